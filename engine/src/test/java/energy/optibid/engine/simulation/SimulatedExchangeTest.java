package energy.optibid.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.CurveClearing;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.CurveResult;
import energy.optibid.engine.clearing.CurveVerifier;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SimulatedExchangeTest {
  private static final long SEED = 20260701;
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 9, 16);
  private static final int EVENING = 76;
  private static final int NIGHT = 12;
  private final SimulatedExchange exchange = SimulatedExchange.of(SEED);

  @Test
  void atLeastFourHundredParticipantsStandInThirteenAreas() {
    List<Participant> participants = exchange.participants();
    assertTrue(participants.size() >= 400, participants.size() + " participants");
    assertEquals(
        Set.copyOf(exchange.areas()),
        participants.stream().map(Participant::area).collect(Collectors.toSet()));
    assertEquals(13, exchange.areas().size());
    assertEquals(
        participants.size(), participants.stream().map(Participant::id).distinct().count());
    Set<ParticipantKind> kinds =
        participants.stream().map(Participant::kind).collect(Collectors.toSet());
    assertEquals(Set.of(ParticipantKind.values()), kinds);
  }

  @Test
  void everybodyHasACurveOfItsOwn() {
    List<CurveOrder> orders = exchange.orders(Segment.DAM, rules(Segment.DAM, WEDNESDAY), EVENING);
    Set<List<CurveCorner>> shapes = new HashSet<>();
    orders.forEach(order -> shapes.add(order.corners()));
    assertTrue(orders.size() >= 350, orders.size() + " orders");
    assertEquals(orders.size(), shapes.size());
  }

  @ParameterizedTest
  @EnumSource
  void ordersKeepTheMarketsRules(Segment segment) {
    AuctionRules rules = rules(segment, WEDNESDAY);
    for (int block : List.of(1, NIGHT, 48, EVENING, 96)) {
      CurveProblem problem = problem(exchange, segment, WEDNESDAY, block);
      for (CurveOrder order : problem.orders()) {
        assertTrue(order.corners().size() <= rules.maxCurvePoints(), order.id());
        for (CurveCorner corner : order.corners()) {
          assertEquals(
              0, corner.price().tenThousandths() % rules.priceTick().tenThousandths(), order.id());
        }
      }
      CurveResult result = CurveClearing.clear(problem);
      assertEquals(List.of(), CurveVerifier.verify(problem, result));
    }
  }

  @Test
  void theSameSeedGivesTheSameBookInAnyOrderOfAsking() {
    AuctionRules rules = rules(Segment.RTM, WEDNESDAY);
    List<Integer> blocks = new ArrayList<>(IntStream.rangeClosed(1, 96).boxed().toList());
    List<List<CurveOrder>> forward =
        blocks.stream().map(block -> exchange.orders(Segment.RTM, rules, block)).toList();
    Collections.reverse(blocks);
    SimulatedExchange again = SimulatedExchange.of(SEED);
    for (int day = 1; day < 20; day++) {
      again.weather("S2", WEDNESDAY.plusDays(day), 1);
    }
    blocks.parallelStream()
        .forEach(
            block ->
                assertEquals(
                    forward.get(block - 1), again.orders(Segment.RTM, rules, block), "" + block));
    assertNotEquals(forward.get(0), SimulatedExchange.of(SEED + 1).orders(Segment.RTM, rules, 1));
  }

  @Test
  void eveningsAreDearerThanNightsAndSundaysCheaperThanWorkingDays() {
    double evening = 0;
    double night = 0;
    double sunday = 0;
    double working = 0;
    for (int week = 0; week < 8; week++) {
      LocalDate wednesday = WEDNESDAY.plusWeeks(week);
      evening += price(Segment.DAM, wednesday, EVENING);
      night += price(Segment.DAM, wednesday, NIGHT);
      working += price(Segment.DAM, wednesday, 70);
      sunday += price(Segment.DAM, wednesday.plusDays(4), 70);
    }
    assertTrue(evening > 2 * night, evening + " against " + night);
    assertTrue(sunday < working, sunday + " against " + working);
  }

  @Test
  void aBidOfYoursMovesThePrice() {
    CurveProblem without = problem(exchange, Segment.DAM, WEDNESDAY, 70);
    List<CurveOrder> orders = new ArrayList<>(without.orders());
    Power sold = Power.ofMegawatts("-1500");
    orders.add(
        new CurveOrder("you", "W2", List.of(new CurveCorner(without.rules().floor(), sold))));
    CurveProblem with =
        new CurveProblem(
            without.block(),
            without.zones(),
            orders,
            without.links(),
            without.rules(),
            without.tick());
    CurveResult before = CurveClearing.clear(without);
    CurveResult after = CurveClearing.clear(with);
    assertTrue(
        after.unconstrainedPrice().compareTo(before.unconstrainedPrice()) < 0,
        before.unconstrainedPrice() + " became " + after.unconstrainedPrice());
    assertEquals(Side.SELL, after.split().fill("you").side());
  }

  @Test
  void theSunShinesByDayAndTheWindBlowsInTheMonsoon() {
    assertEquals(0, exchange.weather("N2", WEDNESDAY, 4).irradiance());
    assertTrue(exchange.weather("N2", WEDNESDAY, 48).irradiance() > 0.2);
    double monsoon = 0;
    double winter = 0;
    for (int day = 0; day < 20; day++) {
      monsoon += exchange.weather("W2", LocalDate.of(2026, 7, 20).plusDays(day), 60).windOutput();
      winter += exchange.weather("W2", LocalDate.of(2026, 1, 5).plusDays(day), 60).windOutput();
    }
    assertTrue(monsoon > 1.5 * winter, monsoon + " against " + winter);
  }

  private double price(Segment segment, LocalDate day, int block) {
    Price price = CurveClearing.clear(problem(exchange, segment, day, block)).unconstrainedPrice();
    return price.toBigDecimal().doubleValue();
  }

  private static CurveProblem problem(
      SimulatedExchange exchange, Segment segment, LocalDate day, int block) {
    AuctionRules rules = rules(segment, day);
    return new CurveProblem(
        rules.day().block(block),
        rules.zones(),
        exchange.orders(segment, rules, block),
        exchange.links(day, block),
        new ClearingRules(
            rules.currency(),
            rules.priceFloor(),
            rules.priceCap(),
            rules.quantityLot(),
            TiePrice.MIDPOINT),
        rules.publicationTick());
  }

  private static AuctionRules rules(Segment segment, LocalDate day) {
    String name = "/optibid/rule-packs/iex-" + segment.name().toLowerCase(Locale.ROOT) + ".csv";
    try (InputStream csv = SimulatedExchangeTest.class.getResourceAsStream(name)) {
      return RulePack.read(name, csv).auction(day);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
