package energy.optibid.engine.termahead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.termahead.ContinuousTrading.Cancellation;
import energy.optibid.engine.termahead.ContinuousTrading.Entry;
import energy.optibid.engine.termahead.ContinuousTrading.Order;
import energy.optibid.engine.termahead.ContinuousTrading.Outcome;
import energy.optibid.engine.termahead.ContinuousTrading.Resting;
import energy.optibid.engine.termahead.ContinuousTrading.Trade;
import energy.optibid.engine.termahead.ContinuousTrading.Validity;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** INR/MWh and MW. */
class ContinuousTradingTest {
  @Test
  void tradesAreAtThePriceOfTheOrderThatWaited() {
    assertEquals(
        List.of(trade("b", "s", 5000, 30)),
        trades(sell("s", 5000, 30), buy("b", 5400, 30)).trades());
    assertEquals(
        List.of(trade("b", "s", 5400, 30)),
        trades(buy("b", 5400, 30), sell("s", 5000, 30)).trades());
  }

  @Test
  void theBestPriceIsFirstAndAmongEqualPricesTheEarliest() {
    Outcome outcome =
        trades(
            sell("late", 5100, 10),
            sell("dear", 5200, 10),
            sell("later", 5100, 10),
            sell("cheap", 5000, 10),
            buy("b", 5200, 35));
    assertEquals(
        List.of(
            trade("b", "cheap", 5000, 10),
            trade("b", "late", 5100, 10),
            trade("b", "later", 5100, 10),
            trade("b", "dear", 5200, 5)),
        outcome.trades());
    assertEquals(List.of(new Resting(sell("dear", 5200, 10), mw(5))), outcome.resting());
  }

  @Test
  void whatIsLeftWaitsInItsPlace() {
    Outcome outcome =
        trades(
            buy("first", 5000, 10),
            buy("second", 5000, 10),
            sell("s", 5000, 4),
            sell("t", 4900, 10));
    assertEquals(
        List.of(
            trade("first", "s", 5000, 4),
            trade("first", "t", 5000, 6),
            trade("second", "t", 5000, 4)),
        outcome.trades());
    assertEquals(List.of(new Resting(buy("second", 5000, 10), mw(6))), outcome.resting());
  }

  @Test
  void anOrderThatMustNotWaitIsDropped() {
    Order now = new Order("b", Side.BUY, price(5000), mw(30), Validity.IMMEDIATE_OR_CANCEL);
    Outcome outcome = trades(sell("s", 5000, 10), now, sell("t", 5000, 20));
    assertEquals(List.of(trade("b", "s", 5000, 10)), outcome.trades());
    assertEquals(List.of(new Resting(sell("t", 5000, 20), mw(20))), outcome.resting());
  }

  @Test
  void allOrNothingTradesOnlyWhereAllOfItDoes() {
    Order all = new Order("b", Side.BUY, price(5000), mw(30), Validity.FILL_OR_KILL);
    assertEquals(List.of(), trades(sell("s", 5000, 29), sell("dear", 5001, 30), all).trades());
    assertEquals(
        List.of(trade("b", "s", 5000, 29), trade("b", "t", 5000, 1)),
        trades(sell("s", 5000, 29), sell("t", 5000, 2), all).trades());
  }

  @Test
  void whatIsCancelledTradesNoMore() {
    Outcome outcome =
        trades(
            sell("s", 5000, 10),
            sell("t", 5000, 10),
            buy("a", 5000, 4),
            new Cancellation("s"),
            new Cancellation("nobody"),
            buy("b", 5000, 20));
    assertEquals(List.of(trade("a", "s", 5000, 4), trade("b", "t", 5000, 10)), outcome.trades());
    assertEquals(List.of(new Resting(buy("b", 5000, 20), mw(10))), outcome.resting());
  }

  @Test
  void anIdIsUsedOnce() {
    assertThrows(
        IllegalArgumentException.class, () -> trades(sell("s", 5000, 1), buy("s", 4000, 1)));
    assertThrows(IllegalArgumentException.class, () -> buy("b", 5000, 0));
  }

  /** Against a book that is one list, looked through for every lot. */
  @Property
  void lotByLotTheSame(@ForAll long seed) {
    Random random = new Random(seed);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      entries.add(
          i > 0 && random.nextInt(6) == 0
              ? new Cancellation("o" + random.nextInt(i))
              : new Order(
                  "o" + i,
                  random.nextBoolean() ? Side.BUY : Side.SELL,
                  price(5000 + random.nextInt(4)),
                  mw(1 + random.nextInt(5)),
                  Validity.values()[random.nextInt(3)]));
    }
    LotByLot expected = new LotByLot();
    entries.forEach(expected::take);
    Outcome outcome = ContinuousTrading.trade(entries);
    assertEquals(expected.trades, outcome.trades());
    assertEquals(
        expected.waiting.stream().sorted(LotByLot.BY_ID).toList(),
        outcome.resting().stream().sorted(LotByLot.BY_ID).toList());
    assertTrue(outcome.resting().stream().noneMatch(a -> crossed(a, outcome)));
  }

  private static boolean crossed(Resting buy, Outcome outcome) {
    return buy.order().side() == Side.BUY
        && outcome.resting().stream()
            .anyMatch(
                sell ->
                    sell.order().side() == Side.SELL
                        && sell.order().limit().compareTo(buy.order().limit()) <= 0);
  }

  private static Outcome trades(Entry... entries) {
    return ContinuousTrading.trade(List.of(entries));
  }

  private static Order buy(String id, int price, int megawatts) {
    return new Order(id, Side.BUY, price(price), mw(megawatts), Validity.UNTIL_GATE_CLOSURE);
  }

  private static Order sell(String id, int price, int megawatts) {
    return new Order(id, Side.SELL, price(price), mw(megawatts), Validity.UNTIL_GATE_CLOSURE);
  }

  private static Trade trade(String buy, String sell, int price, int megawatts) {
    return new Trade(buy, sell, price(price), mw(megawatts));
  }

  private static Price price(int rupees) {
    return Price.of(Integer.toString(rupees));
  }

  private static Power mw(int megawatts) {
    return new Power(megawatts * 1000L);
  }
}
