package energy.optibid.engine.clearing.auction.proof;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.Search;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How exactly an amount must say what the grains say. */
class AuctionClaimTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  /** One euro: 10⁻⁴ per MWh × kW × s. */
  private static final BigInteger EURO = BigInteger.valueOf(36_000_000_000L);

  @Test
  void whereDurationsAreOfThreeMinutesTheAmountIsExact() {
    for (int minutes : new int[] {60, 15, 3}) {
      AuctionClaim claim = claim(minutes, 2, 1);
      assertTrue(states(claim, "1", EURO));
      assertTrue(states(claim, "-1", EURO.negate()));
      assertTrue(states(claim, "0", BigInteger.ZERO));
      assertFalse(states(claim, "1.0000000000001", EURO));
      assertFalse(states(claim, "0.9999999999999", EURO));
      assertFalse(states(claim, "-1", EURO));
    }
  }

  @Test
  void whereTheyAreNotEachTermMayBeRoundedAtTheLastDecimal() {
    // two periods, each with what is bought and sold and one block
    AuctionClaim claim = claim(5, 2, 1);
    assertTrue(states(claim, "1.0000000000006", EURO));
    assertTrue(states(claim, "0.9999999999994", EURO));
    assertFalse(states(claim, "1.0000000000007", EURO));
    assertFalse(states(claim, "0.9999999999993", EURO));
    assertTrue(states(claim(5, 2, 3), "1.0000000000010", EURO));
    assertFalse(states(claim(5, 2, 3), "1.0000000000011", EURO));
  }

  @Test
  void anotherCurrencySaysNothing() {
    AuctionClaim claim = claim(60, 1, 0);
    assertFalse(claim.states(new Money(BigDecimal.ONE, Currency.getInstance("INR")), EURO));
  }

  private static boolean states(AuctionClaim claim, String amount, BigInteger grains) {
    return claim.states(new Money(new BigDecimal(amount), EUR), grains);
  }

  private static AuctionClaim claim(int minutes, int periods, int blocks) {
    List<AuctionPeriod> list = new ArrayList<>();
    Duration duration = Duration.ofMinutes(minutes);
    Instant start = Instant.parse("2025-04-01T00:00:00Z");
    for (int i = 0; i < periods; i++) {
      DeliveryBlock block = new DeliveryBlock(start.plus(duration.multipliedBy(i)), duration);
      list.add(
          new AuctionPeriod(
              block, List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }
    List<BlockOrder> orders = new ArrayList<>();
    for (int i = 0; i < blocks; i++) {
      orders.add(
          BlockOrder.whole("b" + i, "A", Side.SELL, new Price(0), Map.of(1, new Power(1000))));
    }
    Price floor = new Price(0);
    AuctionProblem problem =
        new AuctionProblem(
            List.of("A"),
            list,
            orders,
            List.of(),
            List.of(),
            List.of(),
            new ClearingRules(EUR, floor, new Price(1), new Power(1), TiePrice.MIDPOINT),
            new Price(1),
            true);
    Money nothing = Money.zero(EUR);
    return new AuctionClaim(
        problem,
        new AuctionResult(
            List.of(), List.of(), List.of(), nothing, new Search(Search.End.OPTIMAL, 0, nothing)));
  }
}
