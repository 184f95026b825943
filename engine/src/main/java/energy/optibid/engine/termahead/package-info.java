/**
 * Single-sided reverse auctions of term-ahead contracts: sellers offer against a buyer's need and
 * all awards have one price. Pure functions.
 */
@NullMarked
package energy.optibid.engine.termahead;

import org.jspecify.annotations.NullMarked;
