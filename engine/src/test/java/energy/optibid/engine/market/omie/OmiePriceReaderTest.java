package energy.optibid.engine.market.omie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.market.iex.IexFiles;
import energy.optibid.engine.market.iex.IexFiles.Answer;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.market.results.PublishedVolumes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OmiePriceReaderTest {
  /** First and last price of each area, read off the files themselves; cent/kWh times ten. */
  @ParameterizedTest
  @CsvSource({
    "PMD_20030802.txt,          omie-md,  24, ES, 45.53, 49.34, 2003-08-01T22:00:00Z",
    "PMD_20040101.txt,          omie-md,  24, ES, 28.99, 23.00, 2003-12-31T23:00:00Z",
    "PMD_20060101.txt,          omie-md,  24, ES, 66.94, 76.17, 2005-12-31T23:00:00Z",
    "PMD_20090601.txt,          omie-md,  48, PT, 39.97, 40.19, 2009-05-31T22:00:00Z",
    "PrecioMD_OMIE_20200329.txt, omie-md, 46, ES, 27.13, 20.59, 2020-03-28T23:00:00Z",
    "PrecioMD_OMIE_20201022.txt, omie-md, 48, ES, 39.55, 46.30, 2020-10-21T22:00:00Z",
    "PrecioMD_OMIE_20223010.txt, omie-md, 50, ES, 139.17, 141.73, 2022-10-29T22:00:00Z",
    "PrecioIntra_2_20090102.txt, omie-mi2, 48, ES, 54.19, 54.00, 2009-01-01T23:00:00Z",
  })
  void realFiles(
      String name, String market, int prices, String area, String first, String last, Instant start)
      throws IOException {
    Answer answer = real(name);
    assertEquals(List.of(), answer.faults());
    assertEquals(prices, answer.blocks().size());
    assertTrue(answer.blocks().stream().allMatch(block -> block.market().equals(market)));
    List<PublishedBlock> ofArea =
        answer.blocks().stream().filter(block -> block.area().equals(area)).toList();
    assertEquals(new BigDecimal(first), ofArea.get(0).price());
    assertEquals(new BigDecimal(last), ofArea.get(ofArea.size() - 1).price());
    assertEquals(start, ofArea.get(0).start());
    assertTrue(ofArea.stream().allMatch(block -> block.minutes() == 60));
  }

  /** The two systems and the exchange between them: PT buys what it sells and imports. */
  @Test
  void volumesOfARealDay_balanceOverTheBorder() throws IOException {
    List<PublishedBlock> blocks = real("PrecioMD_OMIE_20200329.txt").blocks();
    PublishedVolumes spain = volumes(blocks.get(0));
    PublishedVolumes portugal = volumes(blocks.get(23));
    assertEquals(new BigDecimal("22044.5"), spain.bought());
    assertEquals(new BigDecimal("20863.8"), spain.sold());
    assertEquals(new BigDecimal("4738.4"), portugal.bought());
    assertNull(spain.buyBids());
  }

  @Test
  void aFileThatHoldsNoPrices_isRefusedForWhatItSaysItIs() throws IOException {
    Answer adjustment = real("PMD_20221030.txt");
    assertEquals(List.of("other_document "), adjustment.faults());
    assertTrue(
        adjustment.report().refusals().get(0).value().startsWith("Precio definitivo horario"));
    assertEquals(List.of("day_form "), real("EnergyByTechnology_9_20201113.TXT").faults());
    assertEquals(List.of("other_document "), real("OfferAndDemandCurve_1_20090102.TXT").faults());
  }

  @ParameterizedTest
  @CsvSource({"29/03/2020, 23", "28/03/2020, 24", "25/10/2020, 25"})
  void clockChanges_haveTheirHours(String day, int hours) {
    Answer answer = read(OmieFiles.hours(day, hours));
    assertEquals(List.of(), answer.faults());
    assertEquals(2 * hours, answer.blocks().size());
    PublishedBlock last = answer.blocks().get(hours - 1);
    assertEquals(new BigDecimal(hours + ".50"), last.price());
    assertEquals(
        LocalDate.parse(day, OmieTitle.DAY)
            .plusDays(1)
            .atStartOfDay(ZoneId.of("Europe/Madrid"))
            .toInstant(),
        last.start().plusSeconds(3600));
    assertEquals(new BigDecimal("20%02d.1".formatted(hours)), volumes(last).bought());
  }

  @Test
  void aDayWithAnHourTooManyOrTooFew_isRefused() {
    assertEquals(List.of("period_range "), read(OmieFiles.hours("29/03/2020", 24)).faults());
    assertEquals(List.of("period_range "), read(OmieFiles.hours("25/10/2020", 24)).faults());
    assertEquals(List.of("period_range "), read(OmieFiles.hours("02/10/2025", 24)).faults());
  }

  @Test
  void quarterHours_areReadLineByLine() {
    Answer answer = read(OmieFiles.quarters("26/10/2025", 100));
    assertEquals(List.of(), answer.faults());
    assertEquals(200, answer.blocks().size());
    PublishedBlock portugal = answer.blocks().get(199);
    assertEquals("PT", portugal.area());
    assertEquals(new BigDecimal("-100"), portugal.price());
    assertEquals(Instant.parse("2025-10-26T22:45:00Z"), portugal.start());
    assertEquals(15, portugal.minutes());
    assertEquals(new BigDecimal("5267.6"), volumes(portugal).sold());
    assertEquals(
        List.of("missing_block Periodo"), read(OmieFiles.quarters("26/10/2025", 99)).faults());
    String whole = OmieFiles.quarters("15/11/2025", 96);
    assertEquals(
        List.of("duplicate Periodo", "missing_block Periodo"),
        read(whole.replace(";96;96,5", ";95;96,5")).faults());
    assertEquals(
        List.of("day_form Fecha", "missing_block Periodo"),
        read(whole.replace("15/11/2025;96;", "14/11/2025;96;")).faults());
  }

  @Test
  void everyFaultIsNamedByItsLine() {
    String whole = OmieFiles.hours("28/03/2020", 24);
    String spain = "Precio marginal en el sistema español (EUR/MWh)";
    assertEquals(
        List.of("price_limit " + spain, "number_form " + spain, "missing_price " + spain),
        read(whole.replace("  5,50", " 180,31").replace("  6,50", " 6.50").replace(";  7,50", ";"))
            .faults());
    assertEquals(4, read(whole.replace("  5,50", " 180,31")).report().refusals().get(0).line());
    assertEquals(List.of("price_tick " + spain), read(whole.replace("  5,50", " 5,505")).faults());
    assertEquals(
        List.of("unknown_header "), read(whole.replace("español (EUR/MWh)", "(EUR)")).faults());
    assertEquals(
        List.of("duplicate "), read(whole.replace("portugués (EUR", "español (EUR")).faults());
    assertEquals(List.of("field_count " + spain), read(whole.replace("  5,50;", "")).faults());
    assertEquals(List.of("missing_field "), read(whole.replace(";;;;;\n", "")).faults());
    assertEquals(List.of("empty_file "), read("").faults());
    assertEquals(List.of("day_form "), read(whole.replace("28/03", "31/02")).faults());
    assertEquals(List.of("day_without_rules "), read(whole.replace("2020;P", "1997;P")).faults());
  }

  @Test
  void theSameDayTwice_isADuplicate() {
    OmiePriceReader reader = reader();
    assertEquals(List.of(), IexFiles.read(reader, OmieFiles.hours("28/03/2020", 24)).faults());
    assertEquals(
        List.of("duplicate "), IexFiles.read(reader, OmieFiles.hours("28/03/2020", 24)).faults());
    assertEquals(List.of(), IexFiles.read(reader, OmieFiles.hours("27/03/2020", 24)).faults());
  }

  /** No cut and no stray byte makes a reader throw. */
  @Test
  void aFileCutAnywhere_isRefusedAndNeverThrows() {
    byte[] whole = OmieFiles.hours("28/03/2020", 24).getBytes(StandardCharsets.ISO_8859_1);
    for (int length = 0; length < whole.length - 7; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertTrue(
          !IexFiles.read(reader(), new ByteArrayInputStream(cut)).report().accepted(),
          "cut at " + length);
    }
  }

  private static PublishedVolumes volumes(PublishedBlock block) {
    return Objects.requireNonNull(block.volumes());
  }

  private static OmiePriceReader reader() {
    return new OmiePriceReader(OmieFiles.days(), ReadLimits.DEFAULT);
  }

  private static Answer read(String text) {
    return IexFiles.read(reader(), text);
  }

  private static Answer real(String name) throws IOException {
    try (InputStream in = Files.newInputStream(OmieFiles.real(name))) {
      return IexFiles.read(reader(), in);
    }
  }
}
