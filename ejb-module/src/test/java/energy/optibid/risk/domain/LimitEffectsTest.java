package energy.optibid.risk.domain;

import static energy.optibid.risk.domain.Samples.block;
import static energy.optibid.risk.domain.Samples.collar;
import static energy.optibid.risk.domain.Samples.content;
import static energy.optibid.risk.domain.Samples.decimal;
import static energy.optibid.risk.domain.Samples.exposure;
import static energy.optibid.risk.domain.Samples.limit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidSide;
import energy.optibid.engine.rules.CurveKind;
import energy.optibid.risk.BidApproval.LimitEffect;
import energy.optibid.risk.LimitKind;
import energy.optibid.risk.LimitSubject;
import energy.optibid.risk.RiskLimit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a version is too much, and how that is told. */
class LimitEffectsTest {
  private static final UUID OTHER = new UUID(0, 7);
  private static final BidContent TEN = content(BidSide.SELL, block(1, "50", "10"));

  private static Exposure standing(UUID bid, int version, BidSide side, String megawatts) {
    return exposure(bid, version, content(side, block(1, "50", megawatts)), 60, CurveKind.STEP);
  }

  private static final Exposure CANDIDATE = exposure(TEN, 60, CurveKind.STEP);

  @Test
  void aBidUpToTheLimit_stays_andOneMore_isNamedWithWhatIsUsedAndNeeded() {
    List<Exposure> ninety = List.of(standing(OTHER, 1, BidSide.BUY, "90"));
    LimitEffect fits = LimitEffects.of(limit(LimitKind.VOLUME, "100"), ninety, CANDIDATE, TEN);
    assertFalse(fits.exceeded());
    assertEquals(decimal("100"), fits.percentAfter());
    LimitEffect breach = LimitEffects.of(limit(LimitKind.VOLUME, "99.999"), ninety, CANDIDATE, TEN);
    assertTrue(breach.exceeded());
    BidFault fault = LimitEffects.faults(breach, ninety, CANDIDATE, TEN).get(0);
    assertEquals("limit_exceeded", fault.code());
    assertEquals(
        "The limit Desk is 99.999 MWh a day; 90 MWh are used and this bid needs 10 MWh.",
        fault.message());
  }

  @Test
  void ofABidBeingReplaced_theLargerCounts() {
    List<Exposure> both =
        List.of(
            standing(Samples.BID, 1, BidSide.SELL, "40"), standing(OTHER, 1, BidSide.SELL, "60"));
    LimitEffect effect = LimitEffects.of(limit(LimitKind.VOLUME, "100"), both, CANDIDATE, TEN);
    assertEquals(decimal("100"), effect.before());
    assertEquals(decimal("100"), effect.after());
  }

  @Test
  void aNarrowedLimit_letsABidShrink_butNotGrow() {
    List<Exposure> over = List.of(standing(Samples.BID, 1, BidSide.SELL, "40"));
    RiskLimit narrowed = limit(LimitKind.VOLUME, "20");
    assertFalse(LimitEffects.of(narrowed, over, CANDIDATE, TEN).exceeded());
    BidContent more = content(BidSide.SELL, block(1, "50", "41"));
    assertTrue(
        LimitEffects.of(narrowed, over, exposure(more, 60, CurveKind.STEP), more).exceeded());
  }

  @Test
  void theNetPosition_setsPurchasesOffAgainstSales() {
    RiskLimit limit = limit(LimitKind.NET_POSITION, "25");
    List<Exposure> sold = List.of(standing(OTHER, 1, BidSide.SELL, "20"));
    assertTrue(LimitEffects.of(limit, sold, CANDIDATE, TEN).exceeded());
    BidContent bought = content(BidSide.BUY, block(1, "50", "10"));
    LimitEffect less = LimitEffects.of(limit, sold, exposure(bought, 60, CurveKind.STEP), bought);
    assertEquals(decimal("10"), less.after());
  }

  @Test
  void theNetPosition_ofAReplacedBid_isTheWorstOfBoth() {
    List<Exposure> both =
        List.of(
            standing(Samples.BID, 1, BidSide.BUY, "30"), standing(OTHER, 1, BidSide.SELL, "20"));
    assertEquals(
        decimal("30"),
        LimitEffects.of(limit(LimitKind.NET_POSITION, "25"), both, CANDIDATE, TEN).after());
  }

  @Test
  void subjects_areKeptApart() {
    RiskLimit ofAnother =
        limit(LimitKind.VOLUME, LimitSubject.TRADER, new UUID(5, 5), null, null, "1");
    assertFalse(Usage.measures(ofAnother, CANDIDATE));
    assertTrue(
        Usage.measures(
            limit(LimitKind.VOLUME, LimitSubject.TRADER, Samples.TRADER, null, null, "1"),
            CANDIDATE));
    assertTrue(
        Usage.measures(
            limit(LimitKind.VOLUME, LimitSubject.ASSET, null, Samples.ASSET, null, "1"),
            CANDIDATE));
    assertFalse(
        Usage.measures(
            limit(LimitKind.VOLUME, LimitSubject.MARKET, null, null, "sim-dam", "1"), CANDIDATE));
  }

  @Test
  void aCollar_namesEveryPriceOutsideIt() {
    BidContent content = content(BidSide.SELL, block(3, "-5", "1", "50", "2", "90", "3"));
    RiskLimit collar = collar("0", "80");
    Exposure version = exposure(content, 60, CurveKind.STEP);
    LimitEffect effect = LimitEffects.of(collar, List.of(), version, content);
    assertNull(effect.after());
    List<BidFault> faults = LimitEffects.faults(effect, List.of(), version, content);
    assertEquals(
        List.of("/blocks/0/points/0/price", "/blocks/0/points/2/price"),
        faults.stream().map(BidFault::field).toList());
    assertEquals(
        "The limit Collar allows prices from 0 EUR/MWh on, not -5.", faults.get(0).message());
  }

  @Test
  void theHighestMarkThatIsCrossed_isTold_andNoneTwice() {
    RiskLimit limit = limit(LimitKind.VOLUME, "100");
    assertEquals(80, crossed(limit, "45", "80"));
    assertEquals(100, crossed(limit, "95", "100"));
    assertNull(crossed(limit, "80", "89.99"));
    assertNull(crossed(limit, "10", "49.999"));
  }

  private static @Nullable Integer crossed(RiskLimit limit, String before, String after) {
    return LimitEffects.crossed(
        new LimitEffect(limit, decimal(before), decimal(after), null, null, false));
  }
}
