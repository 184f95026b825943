/** Limits, policies and exposures in PostgreSQL, and the check in the submitting transaction. */
@NullMarked
package energy.optibid.risk.adapter;

import org.jspecify.annotations.NullMarked;
