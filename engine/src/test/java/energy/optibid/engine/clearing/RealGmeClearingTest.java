package energy.optibid.engine.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.market.gme.Boundary;
import energy.optibid.engine.market.gme.GmeBook;
import energy.optibid.engine.market.gme.GmeDay;
import energy.optibid.engine.market.gme.GmeDayReader;
import energy.optibid.engine.market.gme.GmeFileKind;
import energy.optibid.engine.market.gme.RealGmeDays;
import energy.optibid.engine.market.reading.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** GME MGP, 1–10 April 2025, 240 hours of seven zones: known answers (MARKET-RULES §4). */
class RealGmeClearingTest {
  private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");
  private static final BigDecimal ONE_KILOWATT_HOUR = new BigDecimal("0.001");

  private static final Map<String, ClearingResult> RESULTS = new ConcurrentHashMap<>();

  private static GmeBook book = new GmeBook(RealGmeDays.pack(), day -> true);

  @BeforeAll
  static void read() throws IOException {
    Path folder = RealGmeDays.folder();
    GmeDayReader reader = new GmeDayReader(RealGmeDays.pack(), ReadLimits.DEFAULT);
    for (GmeFileKind kind : GmeFileKind.values()) {
      Path file = folder.resolve(kind.baseName() + ".csv.gz");
      if (kind == GmeFileKind.BID_CURVES
          || !kind.baseName().contains("bid-curves") && Files.exists(file)) {
        try (InputStream in = Files.newInputStream(file)) {
          assertTrue(reader.read(kind.baseName(), in, book).accepted());
        }
      }
    }
  }

  @Test
  void borderPrices_everyPublishedPriceIsMet() {
    int exact = 0;
    for (LocalDate date : book.days()) {
      for (int period = 1; period <= 24; period++) {
        for (ZoneOutcome zone : cleared(date, period, Boundary.PRICES).zones()) {
          exact += error(date, period, zone).compareTo(HALF_A_CENT) <= 0 ? 1 : 0;
        }
      }
    }
    assertEquals(1680, exact);
  }

  @Test
  void borderExchanges_everyPublishedPriceSupportsTheAllocation() {
    int exact = 0;
    int supporting = 0;
    BigDecimal errors = BigDecimal.ZERO;
    for (LocalDate date : book.days()) {
      for (int period = 1; period <= 24; period++) {
        for (ZoneOutcome zone : cleared(date, period, Boundary.EXCHANGES).zones()) {
          BigDecimal error = error(date, period, zone);
          BigDecimal published = published(date, period, zone);
          errors = errors.add(error);
          exact += error.compareTo(HALF_A_CENT) <= 0 ? 1 : 0;
          supporting +=
              published.compareTo(zone.low().toBigDecimal().subtract(HALF_A_CENT)) >= 0
                      && published.compareTo(zone.high().toBigDecimal().add(HALF_A_CENT)) <= 0
                  ? 1
                  : 0;
        }
      }
    }
    assertEquals(1680, supporting);
    assertEquals(1347, exact);
    assertTrue(errors.compareTo(new BigDecimal("155")) < 0, "sum of errors " + errors);
  }

  @Test
  void borderExchanges_publishedFlowsComeOut() {
    int flows = 0;
    int exact = 0;
    for (LocalDate date : book.days()) {
      GmeDay day = book.day(date);
      for (int period = 1; period <= 24; period++) {
        for (LinkFlow flow : cleared(date, period, Boundary.EXCHANGES).flows()) {
          BigDecimal published = day.publishedFlow(period, flow.linkId()).orElseThrow();
          BigDecimal error = flow.flow().toMegawatts().subtract(published).abs();
          flows++;
          exact += error.compareTo(ONE_KILOWATT_HOUR) <= 0 ? 1 : 0;
        }
      }
    }
    assertEquals(1440, flows);
    assertEquals(1433, exact);
  }

  @Test
  void everyHour_passesTheVerifier() {
    for (LocalDate date : book.days()) {
      for (int period = 1; period <= 24; period++) {
        for (Boundary boundary : Boundary.values()) {
          assertEquals(
              List.of(),
              ClearingVerifier.verify(
                  book.day(date).problem(period, boundary), cleared(date, period, boundary)));
        }
      }
    }
  }

  @Test
  void spoiltHours_areAllCaught() {
    Random random = new Random(1);
    int spoilt = 0;
    for (LocalDate date : book.days()) {
      for (int period = 1; period <= 24; period++) {
        Boundary boundary = Boundary.values()[period % 2];
        ClearingProblem problem = book.day(date).problem(period, boundary);
        ClearingResult result = cleared(date, period, boundary);
        Corruption corruption = Corruption.values()[random.nextInt(Corruption.values().length)];
        Optional<ClearingResult> wrong = corruption.of(problem, result, random);
        if (wrong.isPresent()) {
          spoilt++;
          List<Violation> violations = ClearingVerifier.verify(problem, wrong.get());
          assertTrue(
              violations.stream().anyMatch(v -> corruption.breaks.contains(v.rule())),
              () -> corruption + " passed at " + problem.block() + " with " + violations);
        }
      }
    }
    assertTrue(spoilt >= 100, "only " + spoilt + " spoilt");
  }

  private static ClearingResult cleared(LocalDate date, int period, Boundary boundary) {
    return RESULTS.computeIfAbsent(
        date + " " + period + " " + boundary,
        hour -> Clearing.clear(book.day(date).problem(period, boundary)));
  }

  private static BigDecimal published(LocalDate date, int period, ZoneOutcome zone) {
    return book.day(date).publishedPrice(period, zone.zone()).orElseThrow();
  }

  private static BigDecimal error(LocalDate date, int period, ZoneOutcome zone) {
    return zone.price().toBigDecimal().subtract(published(date, period, zone)).abs();
  }
}
