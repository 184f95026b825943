package energy.optibid.engine.clearing.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.clearing.replay.Counterfactual.ZonePrice;
import energy.optibid.engine.clearing.replay.OrderChange.PutOrder;
import energy.optibid.engine.market.gme.Boundary;
import energy.optibid.engine.market.gme.GmeBook;
import energy.optibid.engine.market.gme.GmeDay;
import energy.optibid.engine.market.gme.GmeDayReader;
import energy.optibid.engine.market.gme.GmeFileKind;
import energy.optibid.engine.market.gme.RealGmeDays;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sale in the North added to a real day of the Italian market, its border exchanges fixed. */
class RealGmeReplayTest {
  private static final LocalDate DAY = LocalDate.parse("2025-04-02");
  private static final Replay REPLAY = new Replay(WorkBudget.DEFAULT);

  private static AuctionProblem problem() throws IOException {
    Path folder = RealGmeDays.folder();
    GmeBook book = new GmeBook(RealGmeDays.pack(), DAY::equals);
    GmeDayReader reader = new GmeDayReader(RealGmeDays.pack(), ReadLimits.DEFAULT);
    for (GmeFileKind kind :
        List.of(
            GmeFileKind.BID_CURVES,
            GmeFileKind.INTERNAL_TRANSFER_CAPACITIES,
            GmeFileKind.PUBLISHED_EXCHANGES)) {
      try (InputStream in = Files.newInputStream(folder.resolve(kind.baseName() + ".csv.gz"))) {
        assertTrue(reader.read(kind.baseName(), in, book).accepted());
      }
    }
    GmeDay day = book.day(DAY);
    List<AuctionPeriod> periods = new ArrayList<>();
    for (int period = 1; period <= day.day().blockCount(); period++) {
      periods.add(AuctionPeriod.of(day.problem(period, Boundary.EXCHANGES)));
    }
    return new AuctionProblem(
        day.rules().zones(),
        periods,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        day.clearingRules(),
        day.rules().priceTick(),
        false);
  }

  @Test
  void fiveHundredMegawattsInTheNorth_neverRaiseItsPriceAndEqualAColdClearing() throws IOException {
    AuctionProblem problem = problem();
    AuctionResult before = REPLAY.clear(problem);
    List<OrderChange> changes = new ArrayList<>();
    for (int period = 1; period <= problem.periods().size(); period++) {
      changes.add(new PutOrder(period, sale(500)));
    }
    Counterfactual replayed = REPLAY.replay(problem, before, changes);
    assertEquals(REPLAY.clear(replayed.changed()).periods(), replayed.after().periods());
    assertEquals(before.periods(), replayed.without().periods());
    List<ZonePrice> north =
        replayed.prices().stream().filter(price -> price.zone().equals("NORD")).toList();
    assertEquals(24, north.size());
    assertTrue(north.stream().allMatch(price -> price.impact().tenThousandths() <= 0));
    assertTrue(north.stream().anyMatch(price -> price.impact().tenThousandths() < 0));
    assertTrue(replayed.revenueAfter().amount().signum() > 0);
  }

  @Test
  void anotherHour_keepsTheResultOfTheRest() throws IOException {
    AuctionProblem problem = problem();
    AuctionResult before = REPLAY.clear(problem);
    Counterfactual replayed = REPLAY.replay(problem, before, List.of(new PutOrder(20, sale(2000))));
    for (int period = 1; period <= 24; period++) {
      assertEquals(
          period != 20, before.period(period).equals(replayed.after().period(period)), "" + period);
    }
  }

  private static Order sale(long megawatts) {
    return new Order(
        "own",
        "NORD",
        Side.SELL,
        List.of(new Step(Price.of("0"), Power.ofMegawatts(Long.toString(megawatts)))));
  }
}
