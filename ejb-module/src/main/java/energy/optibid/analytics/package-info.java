/**
 * What prices and bids say in numbers: buckets, distributions, volatility, spreads, correlations,
 * anomalies, and how the own bids did. PostgreSQL is where prices are kept and can answer
 * everything; ClickHouse holds a copy and answers first where it is switched on and the copy of
 * what is asked is complete. Both return exact sums of scaled integers, and the last arithmetic is
 * done here, so that their answers are the same to the last digit. The tables of prices and
 * auctions are read as they stand; nothing in here changes them.
 */
@NullMarked
package energy.optibid.analytics;

import org.jspecify.annotations.NullMarked;
