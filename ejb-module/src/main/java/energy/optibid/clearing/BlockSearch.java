package energy.optibid.clearing;

import energy.optibid.engine.clearing.auction.Search;
import java.math.BigDecimal;

/**
 * How far the search for the best decisions about blocks went.
 *
 * @param work units spent, the same on every machine
 * @param gap at most so much more welfare may exist, in the auction's currency; zero when optimal
 */
public record BlockSearch(Search.End end, long work, BigDecimal gap) {}
