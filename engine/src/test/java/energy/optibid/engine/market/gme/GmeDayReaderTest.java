package energy.optibid.engine.market.gme;

import static energy.optibid.engine.market.gme.GmeText.CURVES;
import static energy.optibid.engine.market.gme.GmeText.ROW;
import static energy.optibid.engine.market.gme.GmeText.gzip;
import static energy.optibid.engine.market.gme.GmeText.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.reading.Refusal;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GmeDayReaderTest {
  private static final GmeRow READ_ROW =
      new GmeRow.BookStep(
          2,
          LocalDate.of(2025, 4, 1),
          1,
          "NORD",
          Side.SELL,
          Price.of("10.5"),
          Power.ofMegawatts("3.2"));

  @Test
  void twentyDifferentFaultsAreAllNamedByLineFieldAndCode() {
    String t = "2025-04-01T00:00:00+02:00,2025-04-01,1,";
    List<String> expected =
        List.of(
            "2 timestamp timestamp_form",
            "3 timestamp timestamp_mismatch",
            "4 timestamp timestamp_mismatch",
            "5 delivery_day day_form",
            "6 delivery_day day_without_rules",
            "7 period period_form",
            "8 period period_range",
            "9 zone unknown_zone",
            "10 side unknown_side",
            "11 price_eur_per_mwh number_form",
            "12 price_eur_per_mwh price_limit",
            "13 price_eur_per_mwh price_limit",
            "14 price_eur_per_mwh price_tick",
            "15 quantity_mwh number_form",
            "16 quantity_mwh negative",
            "17 quantity_mwh quantity_lot",
            "18  field_count",
            "19  broken_quote",
            "20  blank_line",
            "22 zone duplicate",
            "23  not_utf8",
            "24  line_too_long");
    byte[] file =
        (CURVES
                + "yesterday,2025-04-01,1,NORD,supply,10,1\n"
                + "2025-04-01T01:00:00+02:00,2025-04-01,1,NORD,supply,10,1\n"
                + "2025-03-31T22:00:00Z,2025-04-01,1,NORD,supply,10,1\n"
                + "2025-04-01T00:00:00+02:00,2025-4-1,1,NORD,supply,10,1\n"
                + "2019-04-01T00:00:00+02:00,2019-04-01,1,NORD,supply,10,1\n"
                + "2025-04-01T00:00:00+02:00,2025-04-01,one,NORD,supply,10,1\n"
                + "2025-04-02T00:00:00+02:00,2025-04-01,25,NORD,supply,10,1\n"
                + (t + "NROD,supply,10,1\n")
                + (t + "NORD,sell,10,1\n")
                + (t + "NORD,supply,NaN,1\n")
                + (t + "NORD,supply,4000.01,1\n")
                + (t + "NORD,supply,-500.01,1\n")
                + (t + "NORD,supply,10.005,1\n")
                + (t + "NORD,supply,10,Infinity\n")
                + (t + "NORD,supply,10,-1\n")
                + (t + "NORD,supply,10,1.00001\n")
                + (t + "NORD,supply,10\n")
                + (t + "NORD,\"supply,10,1\n")
                + "\n"
                + (t + "NORD,supply,10,1\n")
                + (t + "NORD,supply,10.00,2\n")
                + (t + "N\u00ffRD,supply,11,1\n")
                + (t + "NORD,supply,11," + "1".repeat(2000) + "\n"))
            .getBytes(StandardCharsets.ISO_8859_1);
    GmeText.Read read = read(file, ReadLimits.DEFAULT);
    List<String> found =
        read.report().refusals().stream()
            .map(r -> r.line() + " " + r.field() + " " + r.code().code())
            .toList();
    assertEquals(expected, found);
    assertEquals(expected.size(), read.report().refused());
    assertFalse(read.report().accepted());
    assertEquals(23, read.report().rows());
    assertEquals(1, read.rows().size());
    for (Refusal refusal : read.report().refusals()) {
      assertTrue(refusal.reason().length() > 10, refusal.toString());
      assertEquals("test.csv", refusal.file());
    }
    long sentences =
        new HashSet<>(read.report().refusals().stream().map(Refusal::reason).toList()).size();
    assertTrue(sentences >= 19, sentences + " different sentences");
  }

  @Test
  void everyBadFieldOfARowIsNamed() {
    GmeText.Read read =
        read(CURVES + "2025-04-01T00:00:00+02:00,2025-04-01,1,X,buy,1.001,0.0001\n");
    assertEquals(
        List.of("zone", "side", "price_eur_per_mwh", "quantity_mwh"),
        read.report().refusals().stream().map(Refusal::field).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "74.89999999999999, 74900",
    "0.7000000000000001, 700",
    "710.4000000000001, 710400",
    "1.000000001, 1000",
    "0.999999999, 1000",
    "1E-3, 1",
  })
  void floatArtefactsBecomeTheirLot(String text, long kilowatts) {
    GmeText.Read read = read(CURVES + ROW.replace("3.2", text));
    assertTrue(read.report().accepted(), read.report().refusals().toString());
    assertEquals(text.equals("1E-3") ? 0 : 1, read.report().normalised());
    assertEquals(kilowatts, ((GmeRow.BookStep) read.rows().get(0)).quantity().kilowatts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0000000011", "0.0005", "0.9999999989"})
  void whatIsFurtherFromALotIsRefused(String text) {
    assertEquals(RefusalCode.QUANTITY_LOT, read(CURVES + ROW.replace("3.2", text)).onlyCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 1",
        "1 ",
        "+1",
        "1.",
        ".5",
        "0x10",
        "1,5",
        "1e999999999",
        "١",
        "1_0",
        "--1",
        "10000000",
        "99999999999999"
      })
  void whatIsNoPlainDecimalIsRefused(String text) {
    String row = ROW.replace("3.2", text.contains(",") ? '"' + text + '"' : text);
    assertEquals(RefusalCode.NUMBER_FORM, read(CURVES + row).onlyCode());
  }

  @Test
  void byteOrderMarkCarriageReturnsQuotesAndMissingLastLineEndAreTaken() {
    for (String text :
        List.of(
            CURVES + ROW,
            "\uFEFF" + CURVES + ROW,
            (CURVES + ROW).replace("\n", "\r\n"),
            (CURVES + ROW).stripTrailing(),
            CURVES + ROW.replace("NORD", "\"NORD\""))) {
      assertEquals(List.of(READ_ROW), read(text).rows(), text);
      assertTrue(read(text).report().accepted());
    }
  }

  @Test
  void gzipIsKnownByItsFirstBytes() {
    byte[] zipped = gzip((CURVES + ROW).getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(READ_ROW), read(zipped, ReadLimits.DEFAULT).rows());
  }

  @Test
  void brokenGzipIsRefusedWhereverItBreaks() {
    byte[] zipped = gzip((CURVES + ROW).getBytes(StandardCharsets.UTF_8));
    for (int length = 2; length < zipped.length; length++) {
      GmeText.Read read = read(Arrays.copyOf(zipped, length), ReadLimits.DEFAULT);
      assertEquals(RefusalCode.BROKEN_GZIP, read.onlyCode(), "cut at " + length);
    }
    byte[] flipped = zipped.clone();
    flipped[zipped.length - 6] ^= 1;
    assertEquals(RefusalCode.BROKEN_GZIP, read(flipped, ReadLimits.DEFAULT).onlyCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void emptyFilesAreRefused(String text) {
    assertEquals(RefusalCode.EMPTY_FILE, read(text).onlyCode());
    assertEquals(RefusalCode.EMPTY_FILE, read(CURVES).onlyCode());
  }

  @Test
  void unknownHeaderIsRefusedAndNothingElseRead() {
    GmeText.Read read = read("Timestamp" + (CURVES + ROW).substring(9));
    assertEquals(RefusalCode.UNKNOWN_HEADER, read.onlyCode());
    assertEquals(0, read.rows().size());
  }

  @Test
  void decompressionBombStopsAtTheLimit() {
    byte[] bomb = gzip((CURVES + "x".repeat(50_000_000)).getBytes(StandardCharsets.UTF_8));
    assertTrue(bomb.length < 100_000);
    ReadLimits limits = new ReadLimits(1_000_000, 10, 100, 10);
    GmeText.Read read = read(bomb, limits);
    assertEquals(RefusalCode.TOO_MANY_BYTES, read.onlyCode());
  }

  @Test
  void rowLimitHoldsToTheRow() {
    String second = ROW.replace("10.5", "11");
    byte[] file = (CURVES + ROW + second).getBytes(StandardCharsets.UTF_8);
    assertTrue(read(file, new ReadLimits(10_000, 2, 1_000, 10)).report().accepted());
    assertEquals(
        RefusalCode.TOO_MANY_ROWS, read(file, new ReadLimits(10_000, 1, 1_000, 10)).onlyCode());
  }

  @Test
  void lineLimitHoldsToTheByte() {
    byte[] file = (CURVES + ROW.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
    int longest = CURVES.length() - 1;
    assertTrue(read(file, new ReadLimits(10_000, 2, longest, 10)).report().accepted());
    assertEquals(
        RefusalCode.LINE_TOO_LONG,
        read(file, new ReadLimits(10_000, 2, longest - 1, 10)).onlyCode());
  }

  @Test
  void refusalsAreAllCountedButOnlySomeKept() {
    String many = CURVES + ROW.replace("NORD", "X").repeat(50);
    FileReport report =
        read(many.getBytes(StandardCharsets.UTF_8), new ReadLimits(100_000, 100, 1_000, 7))
            .report();
    assertEquals(50, report.refused());
    assertEquals(7, report.refusals().size());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-30T01:00:00+01:00, 2025-03-30, 2, true",
    "2025-03-30T03:00:00+02:00, 2025-03-30, 3, true",
    "2025-03-30T03:00:00+02:00, 2025-03-30, 4, false",
    "2025-03-31T00:00:00+02:00, 2025-03-30, 24, false",
    "2025-10-26T02:00:00+02:00, 2025-10-26, 9, true",
    "2025-10-26T02:00:00+01:00, 2025-10-26, 13, true",
    "2025-10-26T02:00:00+01:00, 2025-10-26, 9, false",
    "2025-10-26T23:45:00+01:00, 2025-10-26, 100, true",
  })
  void daysOnWhichClocksChange(String timestamp, String day, String period, boolean sound) {
    String row = String.join(",", timestamp, day, period, "NORD", "supply", "1", "1");
    assertEquals(sound, read(CURVES + row).report().accepted());
  }

  @Test
  void quarterHourEnergyBecomesPower() {
    GmeText.Read read =
        read(CURVES + "2025-10-02T00:15:00+02:00,2025-10-02,2,NORD,supply,1,0.25\n");
    assertEquals(Power.ofMegawatts("1"), ((GmeRow.BookStep) read.rows().get(0)).quantity());
  }

  @Test
  void aFileHasAtMostAYearOfDays() {
    StringBuilder file = new StringBuilder(CURVES);
    LocalDate first = LocalDate.of(2026, 1, 1);
    first
        .datesUntil(first.plusDays(367))
        .forEach(
            day ->
                file.append(day.atStartOfDay(ZoneId.of("Europe/Rome")).toOffsetDateTime())
                    .append("," + day + ",1,NORD,supply,1,1\n"));
    GmeText.Read read = read(file.toString());
    assertEquals(RefusalCode.TOO_MANY_DAYS, read.onlyCode());
    assertEquals(368, read.report().refusals().get(0).line());
    assertEquals(366, read.rows().size());
  }

  @Test
  void capacitiesExchangesAndReferencesAreChecked() {
    String t = "2025-04-01T00:00:00+02:00,2025-04-01,1,";
    String internal = GmeFileKind.INTERNAL_TRANSFER_CAPACITIES.header() + "\n" + t;
    assertEquals(RefusalCode.NEGATIVE, read(internal + "CALA,SICI,-1,1\n").onlyCode());
    assertEquals(RefusalCode.SAME_ZONE, read(internal + "CALA,CALA,1,1\n").onlyCode());
    assertEquals(RefusalCode.UNKNOWN_ZONE, read(internal + "CALA,FRAN,1,1\n").onlyCode());
    String transfer = GmeFileKind.TRANSFER_CAPACITIES.header() + "\n" + t;
    assertEquals(
        RefusalCode.MIN_ABOVE_MAX, read(transfer + "CALA_SICI,CALA,SICI,1,-1\n").onlyCode());
    assertEquals(RefusalCode.LINK_ID, read(transfer + "SICI_CALA,CALA,SICI,-1,1\n").onlyCode());
    String exchange = GmeFileKind.PUBLISHED_EXCHANGES.header() + "\n" + t;
    assertEquals(RefusalCode.UNKNOWN_ZONE, read(exchange + "NORD,XXXX,1\n").onlyCode());
    assertEquals(
        RefusalCode.DUPLICATE, read(exchange + "NORD,FRAN,1\n" + t + "NORD,FRAN,1\n").onlyCode());
    String prices = GmeFileKind.PUBLISHED_PRICES.header() + "\n" + t;
    assertEquals(
        new BigDecimal("95.03007"),
        ((GmeRow.PublishedPrice) read(prices + "PUN,95.03007\n").rows().get(0)).price());
  }
}
