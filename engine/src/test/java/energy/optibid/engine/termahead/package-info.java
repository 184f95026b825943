/** Reverse auctions of term-ahead contracts. */
@NullMarked
package energy.optibid.engine.termahead;

import org.jspecify.annotations.NullMarked;
