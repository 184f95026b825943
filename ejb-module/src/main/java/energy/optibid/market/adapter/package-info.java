/**
 * Markets, auctions, books and prices in PostgreSQL. Aggregates go through JPA, books and prices
 * through COPY.
 */
@NullMarked
package energy.optibid.market.adapter;

import org.jspecify.annotations.NullMarked;
