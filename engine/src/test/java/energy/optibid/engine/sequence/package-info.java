/** Auctions that follow each other. */
@NullMarked
package energy.optibid.engine.sequence;

import org.jspecify.annotations.NullMarked;
