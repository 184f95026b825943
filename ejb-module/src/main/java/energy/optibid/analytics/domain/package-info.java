/** Exact aggregates of prices, and what is worked out from them. */
@NullMarked
package energy.optibid.analytics.domain;

import org.jspecify.annotations.NullMarked;
