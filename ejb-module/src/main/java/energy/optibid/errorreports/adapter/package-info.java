/** Sentry, fed from the log. */
@NullMarked
package energy.optibid.errorreports.adapter;

import org.jspecify.annotations.NullMarked;
