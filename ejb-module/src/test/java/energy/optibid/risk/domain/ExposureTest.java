package energy.optibid.risk.domain;

import static energy.optibid.risk.domain.Samples.block;
import static energy.optibid.risk.domain.Samples.content;
import static energy.optibid.risk.domain.Samples.decimal;
import static energy.optibid.risk.domain.Samples.exposure;
import static energy.optibid.risk.domain.Samples.orders;
import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidSide;
import energy.optibid.engine.rules.CurveKind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one version weighs. */
class ExposureTest {
  @Test
  void aStepCurve_weighsEachStepAtItsOwnPrice() {
    Exposure weight =
        exposure(content(BidSide.BUY, block(1, "100", "10", "50", "30")), 60, CurveKind.STEP);
    assertEquals(0, decimal("30").compareTo(weight.volume()));
    assertEquals(0, decimal("2000").compareTo(weight.value()));
    assertEquals(0, decimal("2000").compareTo(weight.loss()));
  }

  @Test
  void anInterpolatedCurve_weighsEachPieceAtItsDearerEnd() {
    Exposure weight =
        exposure(content(BidSide.BUY, block(1, "100", "10", "50", "30")), 60, CurveKind.LINEAR);
    assertEquals(0, decimal("3000").compareTo(weight.value()));
    assertEquals(0, decimal("3000").compareTo(weight.loss()));
  }

  @Test
  void aSale_costsOnlyWhereItsPriceIsBelowZero() {
    Exposure weight =
        exposure(content(BidSide.SELL, block(1, "-24", "10", "40", "15")), 30, CurveKind.STEP);
    assertEquals(0, decimal("7.5").compareTo(weight.volume()));
    assertEquals(0, decimal("220").compareTo(weight.value()));
    assertEquals(0, decimal("120").compareTo(weight.loss()));
  }

  @Test
  void aPurchaseBelowZero_costsNothing() {
    Exposure weight = exposure(content(BidSide.BUY, block(1, "-20", "10")), 60, CurveKind.STEP);
    assertEquals(0, weight.loss().signum());
    assertEquals(0, decimal("200").compareTo(weight.value()));
  }

  @Test
  void quartersOfAnHour_areExact() {
    Exposure weight = exposure(content(BidSide.SELL, block(1, "0.1", "0.001")), 15, CurveKind.STEP);
    assertEquals(0, decimal("0.00025").compareTo(weight.volume()));
    assertEquals(0, decimal("0.000025").compareTo(weight.value()));
  }

  @Test
  void powers_areByQuarterHour_aPurchaseNegative() {
    Exposure hour = exposure(content(BidSide.BUY, block(2, "10", "1.5")), 60, CurveKind.STEP);
    assertEquals(List.of(0L, 0L, 0L, 0L, -1500L, -1500L, -1500L, -1500L), hour.kilowatts());
    Exposure quarter = exposure(content(BidSide.SELL, block(2, "10", "1.5")), 15, CurveKind.STEP);
    assertEquals(List.of(0L, 1500L), quarter.kilowatts());
  }

  @Test
  void ofAnExclusiveGroup_theLargestCounts_andAFlexibleOrderOnce() {
    BidBlockOrder small = order("a", "30", "group", false, 5, 5);
    BidBlockOrder large = order("b", "10", "group", false, 8, 8);
    BidBlockOrder flexible = order("c", "20", null, true, 4, 4);
    Exposure weight = exposure(orders(BidSide.BUY, small, large, flexible), 60, CurveKind.STEP);
    assertEquals(0, decimal("20").compareTo(weight.volume()));
    assertEquals(0, decimal("380").compareTo(weight.value()));
    assertEquals(-12_000L, weight.kilowatts(0));
  }

  private static BidBlockOrder order(
      String id, String price, @Nullable String group, boolean flexible, int first, int second) {
    return new BidBlockOrder(
        id,
        List.of(
            new BlockQuantity(1, BigDecimal.valueOf(first)),
            new BlockQuantity(2, BigDecimal.valueOf(second))),
        decimal(price),
        BigDecimal.ONE,
        null,
        group,
        flexible);
  }
}
