/** The services that are asked how they are, and the signal by which a node ends. */
@NullMarked
package energy.optibid.operations.adapter;

import org.jspecify.annotations.NullMarked;
