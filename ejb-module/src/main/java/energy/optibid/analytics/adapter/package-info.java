/**
 * Aggregates by PostgreSQL and by ClickHouse, and the copy of the prices that ClickHouse answers
 * from.
 */
@NullMarked
package energy.optibid.analytics.adapter;

import org.jspecify.annotations.NullMarked;
