/** The services that are asked how they are. */
@NullMarked
package energy.optibid.operations.adapter;

import org.jspecify.annotations.NullMarked;
