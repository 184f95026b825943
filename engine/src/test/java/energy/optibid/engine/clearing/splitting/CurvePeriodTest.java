package energy.optibid.engine.clearing.splitting;

import static energy.optibid.engine.clearing.FillReason.AT_THE_MONEY;
import static energy.optibid.engine.clearing.FillReason.IN_THE_MONEY;
import static energy.optibid.engine.clearing.FillReason.OUT_OF_THE_MONEY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.FillReason;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Curves, step orders and exchanges in one hour, by hand. EUR per MWh and MW. */
class CurvePeriodTest {
  /** Wants 60 at 0 and nothing at 60. */
  private static final CurveOrder CURVE =
      new CurveOrder(
          "m-curve",
          "A",
          List.of(
              new CurveCorner(TightMarkets.euros(0), Power.ofMegawatts("60")),
              new CurveCorner(TightMarkets.euros(60), Power.ZERO)));

  @Test
  void stepsAreFilledByMerit_whateverTheirOrder() {
    // 55 sold at up to 20, of which 20 leave; the curve takes 40 at 20: 5 too few are offered below
    Order sells = order("z-sells", Side.SELL, 20, 15, 5, 30, 40, 10, 10, 20);
    ClearingResult hour = cleared(20, List.of(sells), 20);
    assertEquals(
        List.of(
            step(20, 15, 10, AT_THE_MONEY),
            step(5, 30, 30, IN_THE_MONEY),
            step(40, 10, 0, OUT_OF_THE_MONEY),
            step(10, 20, 20, IN_THE_MONEY)),
        hour.fill("z-sells").steps());
    assertEquals(Power.ofMegawatts("60"), hour.zone("A").supply());
    assertEquals(Power.ofMegawatts("40"), hour.zone("A").demand());
    assertEquals(Power.ofMegawatts("20"), hour.zone("A").netPosition());
  }

  @Test
  void purchases_startWithTheDearest() {
    Order buys = order("buys", Side.BUY, 20, 10, 50, 30, 30, 10);
    // 70 come in: 40 of the curve at 20, 30 and 10 of the steps above it, none of that at it
    ClearingResult hour = cleared(20, List.of(buys), -80);
    assertEquals(
        List.of(
            step(20, 10, 0, AT_THE_MONEY),
            step(50, 30, 30, IN_THE_MONEY),
            step(30, 10, 10, IN_THE_MONEY)),
        hour.fill("buys").steps());
    assertEquals(
        List.of("buys", "m-curve"), hour.fills().stream().map(OrderFill::orderId).toList());
  }

  @Test
  void whatIsSaid_isSaidAtTheChosenPrices() {
    Order buys = order("buys", Side.BUY, 90, 10);
    Order sells = order("sells", Side.SELL, 70, 10);
    CurvePeriod period = period(List.of(buys, sells), List.of(), 0);
    ClearingResult high = period.clear(new long[] {900_000});
    assertEquals(TightMarkets.euros(90), high.zone("A").price());
    assertEquals(AT_THE_MONEY, high.fill("buys").steps().get(0).reason());
    assertEquals(IN_THE_MONEY, high.fill("sells").steps().get(0).reason());
    assertEquals(TightMarkets.euros(70), high.zone("A").low());
    assertEquals(TightMarkets.euros(90), high.zone("A").high());
    ClearingResult beyond = period.clear(new long[] {950_000});
    assertEquals(TightMarkets.euros(70), beyond.zone("A").low());
    assertEquals(TightMarkets.euros(95), beyond.zone("A").high());
    ClearingResult below = period.clear(new long[] {650_000});
    assertEquals(TightMarkets.euros(65), below.zone("A").low());
    assertEquals(TightMarkets.euros(90), below.zone("A").high());
    assertEquals(OUT_OF_THE_MONEY, below.fill("sells").steps().get(0).reason());
  }

  @Test
  void anExchange_isNeitherFillNorMarginalNorWelfare() {
    Order sells = order("sells", Side.SELL, 20, 50);
    ClearingResult hour = cleared(20, List.of(sells), 5);
    assertEquals(
        List.of("m-curve", "sells"), hour.fills().stream().map(OrderFill::orderId).toList());
    assertEquals(
        List.of("sells"), hour.zone("A").marginal().stream().map(m -> m.orderId()).toList());
    // (60 + 20) / 2 · 40 of the curve, less 45 sold at 20
    assertEquals(0, hour.welfare().amount().compareTo(BigDecimal.valueOf(700)));
  }

  /** At the limit it is the exchange that everything hangs on, and nobody is to read that. */
  @Test
  void anExchangeThatIsCut_isNotNamed() {
    ClearingResult hour =
        period(List.of(order("buys", Side.BUY, 30, 10)), List.of(), -20)
            .clear(new long[] {-500_000});
    assertEquals(List.of(), hour.zone("A").marginal());
    assertEquals(1, hour.fills().size());
  }

  private static ClearingResult cleared(long price, List<Order> steps, long export) {
    return period(steps, List.of(CURVE), export).clear(new long[] {price * 10_000});
  }

  private static CurvePeriod period(List<Order> steps, List<CurveOrder> curves, long export) {
    return new CurvePeriod(
        TightMarkets.problem(
                List.of("A"),
                List.of(),
                List.of(),
                TightMarkets.rules(1_000, TiePrice.LOWEST),
                new Price(100))
            .block(),
        List.of("A"),
        steps,
        curves,
        List.of(),
        export == 0
            ? List.of()
            : List.of(
                new ExternalExchange("A", "far", new Power(1_000 * (export - 3))),
                new ExternalExchange("A", "near", new Power(3_000))),
        TightMarkets.rules(1_000, TiePrice.LOWEST),
        new Price(100));
  }

  private static Order order(String id, Side side, long... eurosAndMegawatts) {
    Step[] steps = new Step[eurosAndMegawatts.length / 2];
    Arrays.setAll(
        steps,
        i ->
            new Step(
                TightMarkets.euros(eurosAndMegawatts[2 * i]),
                new Power(1_000 * eurosAndMegawatts[2 * i + 1])));
    return new Order(id, "A", side, List.of(steps));
  }

  private static StepFill step(long euros, long offered, long accepted, FillReason reason) {
    return new StepFill(
        TightMarkets.euros(euros), new Power(1_000 * offered), new Power(1_000 * accepted), reason);
  }
}
