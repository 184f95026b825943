package energy.optibid.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.simulation.SimulatedExchange;
import energy.optibid.engine.simulation.comparison.MarketFigures;
import energy.optibid.engine.simulation.comparison.ObservedDay;
import energy.optibid.engine.simulation.comparison.SimulatedDays;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The simulated market has the shape of the real days there are; the bounds are wide on purpose.
 */
final class RealIexComparisonTest {
  private static final int DAYS = 8;

  @ParameterizedTest
  @CsvSource({
    "IEXGetTradeData_DAMPriceVolume_18Oct2022.json, 2022-10-18, 0.75",
    // a day at the cap from morning to noon, which the simulated Decembers have rarely
    "iex_20231227_dam_gdam_hpdam_rtm.csv, 2023-12-27, 0.65"
  })
  void simulatedWeeksAroundARealDayLookLikeIt(String file, LocalDate day, double likeEnough) {
    ObservedDay real = real(file, day);
    MarketFigures published = MarketFigures.of(List.of(real));
    RulePack pack = ShippedRules.of("iex-dam");
    SimulatedExchange exchange = SimulatedExchange.of(20260701);
    MarketFigures simulated =
        MarketFigures.of(
            day.minusDays(DAYS / 2)
                .datesUntil(day.plusDays(DAYS / 2))
                .map(date -> SimulatedDays.dayAhead(exchange, pack.auction(date)))
                .toList());

    assertEquals(1, simulated.mean() / published.mean(), 0.35);
    assertEquals(1, simulated.meanVolume() / published.meanVolume(), 0.35);
    double likeness = correlation(published.hourly(), simulated.hourly());
    assertTrue(likeness > likeEnough, "daily profiles correlate by " + likeness);
    assertTrue(simulated.shareAtCap() > 0.01, "at the cap: " + simulated.shareAtCap());
    assertTrue(simulated.shareAtCap() < 0.36, "at the cap: " + simulated.shareAtCap());
    assertEquals(1, simulated.quantiles().get(0) / published.quantiles().get(0), 0.35);
  }

  private static ObservedDay real(String file, LocalDate day) {
    String data = System.getenv().getOrDefault("OPTIBID_DATA", "../../shared/data");
    Path path = Path.of(System.getProperty("OPTIBID_DATA", data)).resolve("iex").resolve(file);
    assumeTrue(Files.exists(path), () -> "real data not found at " + path.toAbsolutePath());
    return RealDays.read(path).stream()
        .filter(found -> found.day().equals(day))
        .findFirst()
        .orElseThrow();
  }

  /** Pearson's. */
  private static double correlation(List<Double> a, List<Double> b) {
    double meanA = a.stream().mapToDouble(x -> x).average().orElseThrow();
    double meanB = b.stream().mapToDouble(x -> x).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.size(); i++) {
      double x = a.get(i) - meanA;
      double y = b.get(i) - meanB;
      ab += x * y;
      aa += x * x;
      bb += y * y;
    }
    return ab / Math.sqrt(aa * bb);
  }
}
