package energy.optibid.imports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.imports.Imports;
import energy.optibid.market.PriceCoverage;
import energy.optibid.market.PriceResolution;
import energy.optibid.market.PriceSeries;
import energy.optibid.market.PriceSource;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imported prices as charts read them. */
class PriceSeriesIT {
  private static final OffsetDateTime DAY_OF_FEED = OffsetDateTime.parse("2022-10-18T00:00+05:30");

  @TempDir Path home;
  private ImportBench bench;

  @BeforeEach
  void freshOrganisation() {
    bench = new ImportBench(home);
  }

  @Test
  void aSeriesSaysWhatItIsAndIsCutInTheMarketsOwnDays() {
    bench.imported(Imports.IEX_FEED, new IexDay().feed());
    PriceSeries blocks = series("iex-dam", "N1", null).get(0);
    assertEquals(PriceResolution.BLOCK, blocks.resolution());
    assertEquals(96, blocks.starts().size());
    assertEquals(DAY_OF_FEED.toEpochSecond(), blocks.starts().get(0));
    assertEquals(15, blocks.stepMinutes());
    assertEquals(List.of(), blocks.min());
    assertEquals(PriceSource.PUBLISHED, blocks.source());
    assertEquals("INR", blocks.currency());
    assertTrue(!blocks.simulated());

    PriceSeries hours = series("iex-dam", "N1", PriceResolution.HOUR).get(0);
    assertEquals(24, hours.starts().size());
    assertEquals(DAY_OF_FEED.toEpochSecond() + 3600, hours.starts().get(1));
    assertEquals(new BigDecimal("1007.00"), hours.mean().get(1));
    assertEquals(new BigDecimal("1005.50"), hours.min().get(1));
    assertEquals(new BigDecimal("1008.50"), hours.max().get(1));
    assertEquals(new BigDecimal("6.50"), hours.volume().get(1));

    PriceSeries days = series("iex-dam", "N1", PriceResolution.DAY).get(0);
    assertEquals(List.of(DAY_OF_FEED.toEpochSecond()), days.starts());
    assertEquals(1440, days.stepMinutes());
    assertEquals(new BigDecimal("1049.00"), days.mean().get(0));

    List<PriceCoverage> covered = ImportBench.as(bench.caller, () -> bench.charts().coverage(null));
    assertEquals(14, covered.size());
    assertEquals(LocalDate.of(2022, 10, 18), covered.get(13).lastDay());
    assertEquals("ALL", covered.get(13).area());
  }

  @Test
  void aSeriesIsNeverUnbounded() {
    OffsetDateTime from = OffsetDateTime.parse("2020-07-01T00:00+05:30");
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                bench.series(
                    bench.caller, "iex-dam", "N1", from, from.plusYears(2), PriceResolution.BLOCK));
    assertEquals("?to", refused.faults().get(0).field());
    assertThrows(
        ProblemException.class,
        () -> bench.series(bench.caller, "no-such-market", "N1", from, from.plusDays(1), null));
  }

  private List<PriceSeries> series(
      String market, String area, @Nullable PriceResolution resolution) {
    return bench.series(
        bench.caller, market, area, DAY_OF_FEED, DAY_OF_FEED.plusDays(1), resolution);
  }
}
