/**
 * The stream to and from the outside: events of the log go out in order and at least once, prices
 * of a market feed come in and are stored once; live prices go from node to node. Nothing inside
 * depends on it; while it is away the log keeps the events and the feed keeps the prices.
 */
@NullMarked
package energy.optibid.stream;

import org.jspecify.annotations.NullMarked;
