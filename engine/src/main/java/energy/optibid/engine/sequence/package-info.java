/**
 * Auctions of one delivery day that follow each other, as India's green, day-ahead and high-price
 * auctions do: what one leaves unselected may go on to the next, and what it uses of a corridor the
 * next cannot have. Pure functions; each auction itself is cleared by {@code engine.clearing}.
 */
@NullMarked
package energy.optibid.engine.sequence;

import org.jspecify.annotations.NullMarked;
