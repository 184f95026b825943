package energy.optibid.testing;

import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.market.Auction;
import energy.optibid.market.CurveBook;
import energy.optibid.market.CurveBooks;
import java.util.List;

/** For days that are imported: nobody asks for a simulated book. */
public final class NoCurveBooks implements CurveBooks {
  @Override
  public List<CurveBook> load(Auction auction, AuctionRules rules) {
    throw new AssertionError("a stored day asked for a simulated book");
  }

  @Override
  public CurveBook load(Auction auction, AuctionRules rules, int block) {
    throw new AssertionError("a stored day asked for a simulated book");
  }
}
