/**
 * What every resource shares: JSON in and out, problems, paging, conditional and idempotent calls,
 * and the edge of the application (tenancy, CORS, limits, headers). No capability's rule lives
 * here.
 */
@NullMarked
package energy.optibid.web.shared;

import org.jspecify.annotations.NullMarked;
