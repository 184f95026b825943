/** The tracking server itself. */
@NullMarked
package energy.optibid.tracking.adapter;

import org.jspecify.annotations.NullMarked;
