/** The threads that ask optional services how they are. */
@NullMarked
package energy.optibid.resilience.adapter;

import org.jspecify.annotations.NullMarked;
