package energy.optibid.engine.market.entsoe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.optibid.engine.market.iex.IexFiles;
import energy.optibid.engine.market.iex.IexFiles.Answer;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.results.MarketDays;
import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.rules.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntsoePriceReaderTest {
  @Test
  void anHourlyDay_isRead() {
    Answer answer = read(document(series("10YFR-RTE------C", "A01", winterDay("PT60M", 24))));
    assertEquals(List.of(), answer.faults());
    assertEquals(24, answer.blocks().size());
    PublishedBlock last = answer.blocks().get(23);
    assertEquals("entsoe-da", last.market());
    assertEquals("FR", last.area());
    assertEquals(LocalDate.of(2025, 1, 15), last.day());
    assertEquals(Instant.parse("2025-01-15T22:00:00Z"), last.start());
    assertEquals(60, last.minutes());
    assertEquals(new BigDecimal("24.50"), last.price());
  }

  /** A03 leaves out what repeats the point before, the last ones too; A01 must not. */
  @Test
  void omittedPoints_repeatTheOneBefore() {
    String points = point(1, "10.00") + point(3, "-3.01") + point(20, "4000");
    String period = period("2025-01-14T23:00Z", "2025-01-15T23:00Z", "PT60M", points);
    Answer answer = read(document(series("10YNL----------L", "A03", period)));
    assertEquals(List.of(), answer.faults());
    assertEquals(
        List.of("10.00", "10.00", "-3.01", "-3.01"),
        answer.blocks().subList(0, 4).stream().map(b -> String.valueOf(b.price())).toList());
    assertEquals(new BigDecimal("4000"), answer.blocks().get(23).price());
    assertTrue(answer.blocks().get(23).atCap());
    Answer fixed = read(document(series("10YNL----------L", "A01", period)));
    assertEquals(21, fixed.report().refused());
    assertEquals("missing_block position", fixed.faults().get(0));
    Answer headless =
        read(document(series("10YNL----------L", "A03", period.replace(point(1, "10.00"), ""))));
    assertEquals(List.of("missing_block position", "missing_block position"), headless.faults());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-10-25T22:00Z, 2025-10-26T23:00Z, PT15M, 100, 2025-10-26",
    "2026-10-24T22:00Z, 2026-10-25T23:00Z, PT15M, 100, 2026-10-25",
    "2026-03-28T23:00Z, 2026-03-29T22:00Z, PT15M, 92, 2026-03-29",
    "2024-10-26T22:00Z, 2024-10-27T23:00Z, PT60M, 25, 2024-10-27",
    "2024-03-30T23:00Z, 2024-03-31T22:00Z, PT60M, 23, 2024-03-31"
  })
  void clockChanges(String from, String to, String resolution, int count, LocalDate day) {
    Answer answer =
        read(
            document(
                series("10Y1001A1001A82H", "A01", period(from, to, resolution, points(count)))));
    assertEquals(List.of(), answer.faults());
    assertEquals(count, answer.blocks().size());
    assertTrue(answer.blocks().stream().allMatch(block -> block.day().equals(day)));
    assertEquals("DE_LU", answer.blocks().get(0).area());
  }

  @Test
  void seriesOfAnotherResolution_areRefused() {
    Answer quarters = read(document(series("10YFR-RTE------C", "A01", winterDay("PT15M", 96))));
    assertEquals(96, quarters.report().refused());
    assertEquals("block_mismatch resolution", quarters.faults().get(0));
    Answer halves =
        read(
            document(
                series(
                    "10YFR-RTE------C",
                    "A01",
                    period("2025-01-14T23:30Z", "2025-01-15T00:30Z", "PT60M", points(1)))));
    assertEquals(List.of("block_mismatch resolution"), halves.faults());
  }

  /** Germany's second auction has a price of its own for the same quarter-hours. */
  @Test
  void aSecondAuction_isPassedOver() {
    String sequence =
        "<classificationSequence_AttributeInstanceComponent.position>%d"
            + "</classificationSequence_AttributeInstanceComponent.position>";
    String first =
        series("10Y1001A1001A82H", "A01", sequence.formatted(1) + winterDay("PT60M", 24));
    String second =
        series("10Y1001A1001A82H", "A01", sequence.formatted(2) + winterDay("PT15M", 96));
    Answer answer = read(document(second + first));
    assertEquals(List.of(), answer.faults());
    assertEquals(24, answer.blocks().size());
  }

  @Test
  void everyFaultIsNamedByItsElement() {
    String whole = document(series("10YFR-RTE------C", "A01", winterDay("PT60M", 24)));
    assertEquals(List.of("number_form price.amount"), faults(whole, ">3.50", ">3,50"));
    assertEquals(List.of("price_limit price.amount"), faults(whole, ">3.50", ">4000.01"));
    assertEquals(List.of("price_tick price.amount"), faults(whole, ">3.50", ">3.505"));
    assertEquals(
        List.of("duplicate position", "missing_block position"),
        faults(whole, "<position>24<", "<position>23<"));
    assertEquals(
        List.of("period_range position", "missing_block position"),
        faults(whole, "<position>24<", "<position>25<"));
    assertEquals(List.of("block_mismatch currency_Unit.name"), faults(whole, ">EUR<", ">PLN<"));
    assertEquals(
        List.of("block_mismatch price_Measure_Unit.name"), faults(whole, ">MWH<", ">KWH<"));
    assertEquals(List.of("missing_field curveType"), faults(whole, ">A01</c", ">A02</c"));
    assertEquals(List.of("block_mismatch resolution"), faults(whole, ">PT60M<", ">P1D<"));
    assertEquals(
        List.of("timestamp_form timeInterval"),
        faults(whole, "2025-01-14T23:00Z", "2025-01-14 23:00"));
    assertEquals(
        List.of("unknown_zone out_Domain.mRID", "missing_field Period"),
        faults(whole, "10YFR-RTE------C", "10YXX-XXX------X").stream().distinct().toList());
    assertEquals("day_without_rules timeInterval", faults(whole, "2025-01-1", "1995-01-1").get(0));
  }

  @Test
  void theSameBlockTwice_isADuplicate() {
    EntsoePriceReader reader = reader();
    String whole = document(series("10YFR-RTE------C", "A01", winterDay("PT60M", 24)));
    assertTrue(IexFiles.read(reader, whole).report().accepted());
    Answer again = IexFiles.read(reader, whole);
    assertEquals(24, again.report().refused());
    assertEquals("duplicate position", again.faults().get(0));
  }

  /** The only real document at hand is one of loads. */
  @Test
  void aDocumentOfAnotherKind_isRefusedForWhatItIs() throws IOException {
    String given =
        System.getProperty(
            "OPTIBID_DATA", System.getenv().getOrDefault("OPTIBID_DATA", "../../shared/data"));
    Path file = Path.of(given).toAbsolutePath().normalize().resolve("entsoe/ENTSOE_EL_TL_DA.xml");
    assumeTrue(Files.isRegularFile(file), () -> "real data not found: " + file);
    try (InputStream in = Files.newInputStream(file)) {
      Answer answer = IexFiles.read(reader(), in);
      assertEquals(List.of("other_document "), answer.faults());
      assertEquals(
          "the document is a GL_MarketDocument of type A65 (system total load), not day-ahead"
              + " prices (Publication_MarketDocument of type A44)",
          answer.report().refusals().get(0).reason());
    }
  }

  @Test
  void anAcknowledgement_isRefusedWithItsReason() {
    Answer answer =
        read(
            "<Acknowledgement_MarketDocument><mRID>x</mRID><Reason><code>999</code>"
                + "<text>No matching data found</text></Reason></Acknowledgement_MarketDocument>");
    assertEquals(List.of("other_document Reason/text"), answer.faults());
    assertEquals("No matching data found", answer.report().refusals().get(0).value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
        "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\"><x/>",
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><x><type>&b;</type></x>",
        "<x><type>&undeclared;</type></x>",
        "<x",
        "no xml",
        "",
        "\u0000"
      })
  void whatIsNoPlainXml_isRefused(String text) {
    Answer answer = read(text);
    assertEquals(1, answer.report().refused(), text);
    assertTrue(answer.faults().get(0).startsWith("malformed_xml"), answer.faults().toString());
    assertFalse(answer.report().refusals().toString().contains("root:"));
  }

  @Test
  void depthAndLengthAreBounded() {
    assertTrue(read("<a>".repeat(100_000)).faults().get(0).startsWith("malformed_xml"));
    assertTrue(
        read("<a><type>" + "A".repeat(5_000) + "</type></a>")
            .faults()
            .get(0)
            .startsWith("malformed_xml"));
    EntsoePriceReader small =
        new EntsoePriceReader(days(), new ReadLimits(2_000, 1_000, 1_000, 10));
    assertEquals(
        List.of("too_many_bytes "),
        IexFiles.read(small, document(series("10YFR-RTE------C", "A01", winterDay("PT60M", 24))))
            .faults());
  }

  @Test
  void aFileCutAnywhere_isRefusedAndNeverThrows() {
    String whole = document(series("10YFR-RTE------C", "A01", winterDay("PT60M", 24)));
    for (int length = 0; length < whole.length() - 1; length += 7) {
      assertFalse(read(whole.substring(0, length)).report().accepted(), "cut at " + length);
    }
  }

  /** The last sign of a code is computed from the others (EIC reference manual). */
  @Test
  void everyCodeOfAZoneHasItsCheckSign() {
    String signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-";
    for (String eic : BiddingZones.BY_EIC.keySet()) {
      int sum = 0;
      for (int i = 0; i < 15; i++) {
        sum += signs.indexOf(eic.charAt(i)) * (16 - i);
      }
      assertEquals(signs.charAt(36 - (sum - 1) % 37), eic.charAt(15), eic);
    }
    assertEquals(
        BiddingZones.BY_EIC.values().stream().sorted().toList(),
        pack().auction(LocalDate.of(2025, 1, 1)).zones().stream().sorted().toList());
  }

  private static List<String> faults(String whole, String from, String to) {
    return read(whole.replace(from, to)).faults();
  }

  private static String document(String series) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Publication_MarketDocument xmlns="urn:iec62325.351:tc57wg16:451-3:publicationdocument:7:3">
      <mRID>made for a test</mRID>
      <revisionNumber>1</revisionNumber>
      <type>A44</type>
      <period.timeInterval><start>2025-01-14T23:00Z</start><end>2025-01-15T23:00Z</end></period.timeInterval>
      %s
    </Publication_MarketDocument>
    """
        .formatted(series);
  }

  private static String series(String zone, String curveType, String periods) {
    return """
    <TimeSeries>
      <mRID>1</mRID><auction.type>A01</auction.type><businessType>A62</businessType>
      <in_Domain.mRID codingScheme="A01">%s</in_Domain.mRID>
      <out_Domain.mRID codingScheme="A01">%s</out_Domain.mRID>
      <currency_Unit.name>EUR</currency_Unit.name>
      <price_Measure_Unit.name>MWH</price_Measure_Unit.name>
      <curveType>%s</curveType>
      %s
    </TimeSeries>
    """
        .formatted(zone, zone, curveType, periods);
  }

  private static String period(String from, String to, String resolution, String points) {
    return "<Period><timeInterval><start>%s</start><end>%s</end></timeInterval><resolution>%s</resolution>%s</Period>\n"
        .formatted(from, to, resolution, points);
  }

  private static String winterDay(String resolution, int count) {
    return period("2025-01-14T23:00Z", "2025-01-15T23:00Z", resolution, points(count));
  }

  private static String points(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> point(n, n + ".50"))
        .collect(Collectors.joining());
  }

  private static String point(int position, String price) {
    return "<Point><position>%d</position><price.amount>%s</price.amount></Point>\n"
        .formatted(position, price);
  }

  private static RulePack pack() {
    try (InputStream csv =
        EntsoePriceReaderTest.class.getResourceAsStream("/optibid/rule-packs/entsoe-da.csv")) {
      return RulePack.read("entsoe-da.csv", Objects.requireNonNull(csv));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static MarketDays days() {
    return new MarketDays(Map.of(EntsoePriceReader.MARKET, pack()));
  }

  private static EntsoePriceReader reader() {
    return new EntsoePriceReader(days(), ReadLimits.DEFAULT);
  }

  private static Answer read(String text) {
    return IexFiles.read(reader(), text);
  }
}
