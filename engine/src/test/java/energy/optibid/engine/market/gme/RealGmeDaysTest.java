package energy.optibid.engine.market.gme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.rules.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known answers on the real files. */
class RealGmeDaysTest {
  private final RulePack pack = RealGmeDays.pack();

  @ParameterizedTest
  @CsvSource({
    "bid-curves, BID_CURVES, 180285, 5886",
    "simple-bid-curves, BID_CURVES, 180245, 5781",
    "internal-transfer-capacities, INTERNAL_TRANSFER_CAPACITIES, 1440, 0",
    "transfer-capacities, TRANSFER_CAPACITIES, 5040, 0",
    "published-exchanges, PUBLISHED_EXCHANGES, 2880, 0",
    "published-prices, PUBLISHED_PRICES, 5520, 0",
    "published-flows, PUBLISHED_FLOWS, 1440, 0",
    "block-orders, BLOCK_ORDERS, 4013, 0",
  })
  void everyRowOfTheRealFilesIsAccepted(String name, GmeFileKind kind, long rows, long artefacts)
      throws IOException {
    Path file = RealGmeDays.folder().resolve(name + ".csv.gz");
    try (InputStream in = Files.newInputStream(file)) {
      FileReport report =
          new GmeDayReader(pack, ReadLimits.DEFAULT).read(file.toString(), in, row -> {});
      assertEquals(List.of(), report.refusals());
      assertEquals(kind, report.kind());
      assertEquals(rows, report.rows());
      assertEquals(artefacts, report.normalised());
    }
  }

  @Test
  void theTenDaysLackNothing() throws IOException {
    Path folder = RealGmeDays.folder();
    GmeBook book = new GmeBook(pack, day -> true);
    for (GmeFileKind kind : GmeFileKind.values()) {
      Path file = folder.resolve(kind.baseName() + ".csv.gz");
      try (InputStream in = Files.newInputStream(file)) {
        assertTrue(
            new GmeDayReader(pack, ReadLimits.DEFAULT).read(kind.baseName(), in, book).accepted());
      }
    }
    assertEquals(10, book.days().size());
    for (LocalDate date : book.days()) {
      for (Boundary boundary : Boundary.values()) {
        assertEquals(List.of(), book.day(date).gaps(boundary));
        assertEquals(14, book.day(date).problem(24, boundary).orders().size());
      }
    }
  }
}
