/** Reports as they arrive at a collector. */
@NullMarked
package energy.optibid.errorreports.adapter;

import org.jspecify.annotations.NullMarked;
