package energy.optibid.engine.market.gme.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.Clearing;
import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingVerifier;
import energy.optibid.engine.market.gme.Boundary;
import energy.optibid.engine.market.gme.FileReport;
import energy.optibid.engine.market.gme.GmeBook;
import energy.optibid.engine.market.gme.GmeDayReader;
import energy.optibid.engine.market.gme.GmeRow;
import energy.optibid.engine.market.gme.RealGmeDays;
import energy.optibid.engine.market.reading.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class SampleFilesTest {
  private static final LocalDate DAY = LocalDate.of(2025, 6, 2);
  private static final long SEED = 20250602;
  private static final SortedMap<String, byte[]> FILES = generate(DAY, SEED);

  private static SortedMap<String, byte[]> generate(LocalDate day, long seed) {
    return SampleFiles.generate(RealGmeDays.pack(), day, seed);
  }

  private static GmeBook read(Map<String, byte[]> files) throws IOException {
    GmeBook book = new GmeBook(RealGmeDays.pack(), day -> true);
    GmeDayReader reader = new GmeDayReader(RealGmeDays.pack(), ReadLimits.DEFAULT);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      // a day has its blocks folded into its books, or beside them
      Consumer<GmeRow> rows = file.getKey().startsWith("simple") ? row -> {} : book;
      FileReport report =
          reader.read(file.getKey(), new ByteArrayInputStream(file.getValue()), rows);
      assertEquals(List.of(), report.refusals());
      assertEquals(0, report.normalised());
    }
    return book;
  }

  private static String text(InputStream zipped) throws IOException {
    return new String(new GZIPInputStream(zipped).readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void theCommittedDayIsWhatTheGeneratorMakes() throws IOException {
    int bytes = 0;
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      String resource = "/optibid/samples/gme-2025-06-02/" + file.getKey();
      try (InputStream committed = SampleFilesTest.class.getResourceAsStream(resource)) {
        assertNotNull(committed, resource);
        // The text, not the gzip bytes: another JDK may bring another zlib.
        assertEquals(text(new ByteArrayInputStream(file.getValue())), text(committed), resource);
      }
      bytes += file.getValue().length;
    }
    assertEquals(8, FILES.size());
    assertTrue(bytes < 300_000, bytes + " bytes");
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedDoesNot() {
    SortedMap<String, byte[]> again = generate(DAY, SEED);
    FILES.forEach((name, bytes) -> assertArrayEquals(bytes, again.get(name), name));
    byte[] books = FILES.get("bid-curves.csv.gz");
    assertNotNull(books);
    byte[] other = generate(DAY, SEED + 1).get("bid-curves.csv.gz");
    assertNotNull(other);
    assertNotEquals(Arrays.hashCode(books), Arrays.hashCode(other));
    assertArrayEquals(new byte[4], Arrays.copyOfRange(books, 4, 8), "gzip time");
  }

  @Test
  void theDayIsCongestedInSomeHoursAndNotInOthers() throws IOException {
    GmeBook book = read(FILES);
    Set<Integer> distinctPrices = new HashSet<>();
    for (int period = 1; period <= 24; period++) {
      int hour = period;
      List<String> zones = book.day(DAY).rules().zones();
      distinctPrices.add(
          (int)
              zones.stream()
                  .map(zone -> book.day(DAY).publishedPrice(hour, zone).orElseThrow())
                  .distinct()
                  .count());
    }
    assertTrue(distinctPrices.contains(1), distinctPrices.toString());
    assertTrue(distinctPrices.contains(3), distinctPrices.toString());
    assertFalse(book.day(DAY).publishedPrice(1, "PUN").isEmpty());
  }

  /** A day of 100 quarter hours: the pack of the day decides, not the generator. */
  @Test
  void daysOfQuarterHoursWork() throws IOException {
    LocalDate longDay = LocalDate.of(2025, 10, 26);
    GmeBook book = read(generate(longDay, 7));
    assertEquals(100, book.day(longDay).day().blockCount());
    assertEquals(List.of(), book.day(longDay).gaps(Boundary.EXCHANGES));
    assertEquals(List.of(), book.day(longDay).gaps(Boundary.PRICES));
    ClearingProblem problem = book.day(longDay).problem(100, Boundary.EXCHANGES);
    assertEquals(List.of(), ClearingVerifier.verify(problem, Clearing.clear(problem)));
  }
}
