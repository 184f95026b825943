package energy.optibid.engine.clearing.replay;

import static energy.optibid.engine.clearing.replay.Auctions.buy;
import static energy.optibid.engine.clearing.replay.Auctions.day;
import static energy.optibid.engine.clearing.replay.Auctions.hour;
import static energy.optibid.engine.clearing.replay.Auctions.megawatts;
import static energy.optibid.engine.clearing.replay.Auctions.price;
import static energy.optibid.engine.clearing.replay.Auctions.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.units.Price;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** At which limit a rejected block would have been taken, by hand. Hours, MW, EUR/MWh. */
class AcceptanceLimitTest {
  private static final Replay REPLAY = new Replay(WorkBudget.DEFAULT);

  @Test
  void limit_isWhatTheBlockIsPaidOnceItIsIn() {
    AuctionResult before = REPLAY.clear(ReplayTest.PARADOX);
    AcceptanceLimit found =
        AcceptanceLimit.of(ReplayTest.PARADOX, before, "block", REPLAY, 30).orElseThrow();
    assertEquals(new AcceptanceLimit(price(20), true, 3), found);
  }

  @Test
  void limit_ofABlockNobodyNeeds_isEmpty() {
    AuctionProblem needless =
        day(
            List.of(BlockOrder.whole("block", "A", Side.SELL, price(30), Map.of(1, megawatts(50)))),
            hour(1, 1000, buy("load", "A", 4000, 10), sell("others", "A", 0, 60)));
    AuctionResult before = REPLAY.clear(needless);
    assertEquals(Optional.empty(), AcceptanceLimit.of(needless, before, "block", REPLAY, 30));
    assertThrows(
        IllegalArgumentException.class,
        () -> AcceptanceLimit.of(needless, before, "nobody", REPLAY, 30));
  }

  @Test
  void limit_ofAPurchase_isTheHigherPrice() {
    // a purchase: 60 are offered at 20 and 100 at 50, 50 are bought, and 50 more are asked at 30
    AuctionProblem purchase =
        day(
            List.of(BlockOrder.whole("block", "A", Side.BUY, price(30), Map.of(1, megawatts(50)))),
            hour(1, 1000, buy("load", "A", 4000, 50), sell("others", "A", 20, 60, 50, 100)));
    AuctionResult before = REPLAY.clear(purchase);
    AcceptanceLimit found = AcceptanceLimit.of(purchase, before, "block", REPLAY, 30).orElseThrow();
    assertEquals(new AcceptanceLimit(price(50), true, 3), found);
  }

  @Test
  void limit_oneTickAway_isFoundWithoutAskingForTheBlockAsItIs() {
    AuctionProblem near = hourWith(block(Price.of("20.01"), 50));
    assertEquals(new AcceptanceLimit(price(20), true, 2), limit(near, 30));
  }

  @Test
  void limit_whereThePriceWithTheBlockIsTheFloor_isTheFloor() {
    AuctionProblem free =
        day(
            List.of(block(price(30), 50)),
            hour(1, 1000, buy("load", "A", 4000, 100), sell("others", "A", 0, 60, 50, 60)));
    assertEquals(new AcceptanceLimit(price(0), true, 2), limit(free, 30));
  }

  @Test
  void limit_whereAnyPriceOfAnIntervalSupportsTheBlock_isJustBelowItsHighest() {
    // with 40 the offers at 20 just suffice: any price from 20 to 50 does; at 50 the other
    // offers are as good as the block
    AuctionProblem fitting = hourWith(block(price(55), 40));
    AcceptanceLimit found = limit(fitting, 30);
    assertEquals(Price.of("49.99"), found.limit());
    assertTrue(found.exact());
  }

  @Test
  void limit_searchedWithFewClearings_isTakenButMayNotBeTheHighest() {
    AuctionProblem fitting = hourWith(block(price(55), 40));
    AcceptanceLimit found = limit(fitting, 5);
    assertEquals(5, found.clearings());
    assertFalse(found.exact());
    AuctionProblem there = hourWith(block(found.limit(), 40));
    assertFalse(REPLAY.clear(there).block("block").ratio().isZero());
  }

  @Test
  void limit_besideACheaperRival_isTheRivals_thoughThePriceIsHigher() {
    // whichever of the two is taken is paid 20; only one is needed
    BlockOrder rival = BlockOrder.whole("a", "A", Side.SELL, price(18), Map.of(1, megawatts(50)));
    AuctionProblem rivalry =
        day(
            List.of(block(price(30), 50), rival),
            hour(1, 1000, buy("load", "A", 4000, 60), sell("others", "A", 20, 160)));
    AcceptanceLimit found = limit(rivalry, 30);
    assertEquals(price(18), found.limit());
    assertTrue(found.exact());
  }

  @Test
  void limit_ofABlockPaidBetweenTwoTicks_isTheTickBelow() {
    AuctionProblem uneven =
        day(
            List.of(
                BlockOrder.whole(
                    "block",
                    "A",
                    Side.SELL,
                    price(40),
                    Map.of(1, megawatts(50), 2, megawatts(50)))),
            hour(1, 1000, buy("load", "A", 4000, 100), sell("others", "A", 20, 60, 50, 60)),
            hour(
                2,
                1000,
                buy("load", "A", 4000, 100),
                Auctions.sellAt("others", "A", Price.of("25.01"), 60),
                sell("more", "A", 50, 60)));
    // (20 + 25.01) / 2 = 22.505
    assertEquals(new AcceptanceLimit(Price.of("22.50"), true, 3), limit(uneven, 30));
  }

  private static AuctionProblem hourWith(BlockOrder block) {
    return day(
        List.of(block),
        hour(1, 1000, buy("load", "A", 4000, 100), sell("others", "A", 20, 60, 50, 60)));
  }

  private static BlockOrder block(Price limit, long megawatts) {
    return BlockOrder.whole("block", "A", Side.SELL, limit, Map.of(1, megawatts(megawatts)));
  }

  private static AcceptanceLimit limit(AuctionProblem problem, int mostClearings) {
    return AcceptanceLimit.of(problem, REPLAY.clear(problem), "block", REPLAY, mostClearings)
        .orElseThrow();
  }
}
