/**
 * How term-ahead contracts trade: single-sided reverse auctions, in which sellers offer against a
 * buyer's need and all awards have one price, and continuous trading by price and time. Pure
 * functions.
 */
@NullMarked
package energy.optibid.engine.termahead;

import org.jspecify.annotations.NullMarked;
