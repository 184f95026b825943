package energy.optibid.risk.domain;

import static energy.optibid.risk.domain.Samples.block;
import static energy.optibid.risk.domain.Samples.content;
import static energy.optibid.risk.domain.Samples.decimal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.bidding.BidSide;
import energy.optibid.engine.rules.CurveKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What curves are worth at a price. */
class KnownValueTest {
  @Test
  void aSale_takesWhatIsReached_andIsPaidTheKnownPrice() {
    var sale = content(BidSide.SELL, block(1, "20", "10", "40", "30"), block(2, "20", "10"));
    assertEquals(
        decimal("300.00"), KnownValue.of(sale, 60, CurveKind.STEP, Map.of(1, decimal("30"))));
    assertEquals(
        decimal("600.00"), KnownValue.of(sale, 60, CurveKind.LINEAR, Map.of(1, decimal("30"))));
    assertEquals(
        decimal("0.00"), KnownValue.of(sale, 60, CurveKind.LINEAR, Map.of(1, decimal("19"))));
  }

  @Test
  void aPurchase_pays() {
    var purchase = content(BidSide.BUY, block(1, "40", "10", "20", "30"));
    assertEquals(
        decimal("-75.00"), KnownValue.of(purchase, 15, CurveKind.STEP, Map.of(1, decimal("30"))));
    assertEquals(
        decimal("-112.50"), KnownValue.of(purchase, 15, CurveKind.STEP, Map.of(1, decimal("15"))));
  }
}
