package energy.optibid.engine.market.iex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.market.iex.IexFiles.Answer;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.results.PublishedBlock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class IexFeedReaderTest {
  private static final String DAY = "/Delivery_Date_Details/0";

  @Test
  void aSoundDay_isReadAreaByArea() {
    Answer answer = IexFiles.read(IexFiles.feedReader(), IexFiles.feed(IexFiles.tokens()));
    assertEquals(List.of(), answer.faults());
    assertEquals(96, answer.report().rows());
    assertEquals(96 * 14, answer.blocks().size());
    PublishedBlock country = answer.blocks().get(14);
    assertEquals(PublishedBlock.WHOLE_MARKET, country.area());
    assertEquals(Instant.parse("2022-10-17T18:45:00Z"), country.start());
    assertEquals(LocalDate.of(2022, 10, 18), country.day());
    assertEquals(new BigDecimal("1002.50"), country.price());
    assertEquals(new BigDecimal("26"), Objects.requireNonNull(country.volumes()).bought());
    assertEquals("A1", answer.blocks().get(15).area());
  }

  @Test
  void theTotalsThatAreThreeQuarters_areNeverRead() {
    List<String> tokens = IexFiles.tokens();
    tokens.replaceAll(token -> token.replaceFirst("\"Buy_Volume\":[0-9.]+,\"Cle", "\"Cle"));
    assertTrue(IexFiles.read(IexFiles.feedReader(), IexFiles.feed(tokens)).report().accepted());
  }

  @Test
  void everyFaultOfAFeed_isNamedByItsPath() {
    List<String> tokens = IexFiles.tokens();
    tokens.set(0, tokens.get(0).replace("\"Area_code\":\"S3\"", "\"Area_code\":\"S2\""));
    tokens.set(1, tokens.get(1).replace("\"Area_code\":\"A1\"", "\"Area_code\":\"Q9\""));
    tokens.set(2, tokens.get(2).replaceFirst("\"Sell_Volume\":3}", "\"Sell_Volume\":-3}"));
    tokens.set(3, tokens.get(3).replaceFirst("\"Area_Price\":1004.50", "\"Area_Price\":12000.01"));
    tokens.set(4, tokens.get(4).replaceFirst("\"Area_Price\":1005.50", "\"Area_Price\":\"dear\""));
    tokens.set(5, tokens.get(5).replace("\"Cleared_Volume\":78", "\"Cleared_Volume\":79"));
    tokens.set(6, tokens.get(6).replace("\"Token_NO\":7", "\"Token_NO\":6"));
    tokens.set(7, tokens.get(7).replace("\"Clearing_Price\":1008.50,", ""));
    tokens.set(8, tokens.get(8).replace("\"Clearing_Price\":1009.50", "\"Clearing_Price\":1.005"));
    tokens.set(9, tokens.get(9).replaceFirst("\"Buy_Volume\":10,", "\"Buy_Volume\":9000000,"));
    tokens.set(10, tokens.get(10).replace("\"Token_NO\":11", "\"Token_NO\":97"));
    tokens.set(11, "[]");
    Answer answer = IexFiles.read(IexFiles.feedReader(), IexFiles.feed(tokens));
    String token = DAY + "/Token_Wise/";
    assertEquals(
        List.of(
            "duplicate " + token + "0/Area_Details/9/Area_code",
            "missing_area " + token + "0/Area_Details",
            "unknown_zone " + token + "1/Area_Details/0/Area_code",
            "missing_area " + token + "1/Area_Details",
            "negative " + token + "2/Area_Details/0/Area_Codes/Sell_Volume",
            "price_limit " + token + "3/Area_Details/0/Area_Codes/Area_Price",
            "number_form " + token + "4/Area_Details/0/Area_Codes/Area_Price",
            "sum_mismatch " + token + "5/All_India_DAM_GDAM_RTM/Cleared_Volume",
            "sum_mismatch " + token + "5/All_India_DAM_GDAM_RTM/Cleared_Volume",
            "duplicate " + token + "6/Token_NO",
            "missing_field " + token + "7/All_India_DAM_GDAM_RTM/Clearing_Price",
            "price_tick " + token + "8/All_India_DAM_GDAM_RTM/Clearing_Price",
            "volume_range " + token + "9/Area_Details/0/Area_Codes/Buy_Volume",
            "period_range " + token + "10/Token_NO",
            "missing_field " + token + "11/Token_NO",
            "missing_block time_block",
            "missing_block time_block",
            "missing_block time_block"),
        answer.faults());
    assertEquals(
        "iex-dam of 2022-10-18 has no block 7 (from 01:30)",
        answer.report().refusals().get(15).reason());
  }

  @Test
  void aFeedCutOffAnywhere_isRefused() {
    String whole = IexFiles.feed(IexFiles.tokens());
    for (int length = 0; length < whole.length() - 1; length += 977) {
      Answer answer = IexFiles.read(IexFiles.feedReader(), whole.substring(0, length));
      assertFalse(answer.report().accepted(), "cut at " + length);
    }
    assertEquals(
        "malformed_json",
        IexFiles.read(IexFiles.feedReader(), whole.substring(0, 5_000))
            .report()
            .refusals()
            .get(0)
            .code()
            .code());
  }

  @Test
  void hostileDocuments_areRefusedByName() {
    assertFirst("missing_field", "{}");
    assertFirst("missing_field", "[1]");
    assertFirst("missing_field", "{\"Delivery_Date_Details\":[7]}");
    assertFirst("missing_field", "{\"Delivery_Date_Details\":[{\"Token_Wise\":[]}]}");
    assertFirst(
        "day_form",
        "{\"Delivery_Date_Details\":[{\"DeliveryDate\":\"31/02/2022\",\"Token_Wise\":[]}]}");
    assertFirst(
        "day_without_rules",
        "{\"Delivery_Date_Details\":[{\"DeliveryDate\":\"01/01/1990\",\"Token_Wise\":[]}]}");
    assertFirst("malformed_json", "{\"a\":1,\"a\":2}");
    assertFirst("malformed_json", "{\"x\":" + "[".repeat(100_000));
    assertFirst("malformed_json", "{\"Delivery_Date_Details\":[" + "9".repeat(100_000) + "]}");
    assertFirst("malformed_json", IexFiles.feed(IexFiles.tokens()) + "}");
  }

  @Test
  void aBombOfZeroes_isNotUnpacked() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write("{\"x\":[".getBytes(StandardCharsets.UTF_8));
      gzip.write(" ".repeat(2_000_000).getBytes(StandardCharsets.UTF_8));
    }
    IexFeedReader reader =
        new IexFeedReader(IexFiles.days(), new ReadLimits(1_000_000, 1_000, 1_000, 10));
    Answer answer = IexFiles.read(reader, new ByteArrayInputStream(bomb.toByteArray()));
    assertEquals(List.of("too_many_bytes "), answer.faults());
  }

  @Test
  void aDayInTwoFiles_isADuplicate() {
    IexFeedReader reader = IexFiles.feedReader();
    String feed = IexFiles.feed(IexFiles.tokens());
    assertTrue(IexFiles.read(reader, feed).report().accepted());
    assertEquals(
        List.of("duplicate " + DAY + "/DeliveryDate"), IexFiles.read(reader, feed).faults());
  }

  @Test
  void theRealFeed_addsUpInEveryBlock_andIsAtTheCapInFour() throws IOException {
    Answer answer =
        IexFiles.readReal(IexFiles.feedReader(), "IEXGetTradeData_DAMPriceVolume_18Oct2022.json");
    assertEquals(List.of(), answer.faults());
    // the feed holds the next day as well
    assertEquals(2 * 96, answer.report().rows());
    List<PublishedBlock> day =
        answer.blocks().stream()
            .filter(block -> block.day().equals(LocalDate.of(2022, 10, 18)))
            .toList();
    assertEquals(96 * 14, day.size());
    List<PublishedBlock> country =
        day.stream().filter(block -> block.area().equals(PublishedBlock.WHOLE_MARKET)).toList();
    for (PublishedBlock whole : country) {
      BigDecimal cleared = Objects.requireNonNull(whole.volumes()).bought();
      BigDecimal bought = BigDecimal.ZERO;
      BigDecimal sold = BigDecimal.ZERO;
      for (PublishedBlock area : day) {
        if (area.start().equals(whole.start()) && !area.equals(whole)) {
          bought = bought.add(Objects.requireNonNull(area.volumes()).bought());
          sold = sold.add(Objects.requireNonNull(area.volumes()).sold());
        }
      }
      assertEquals(0, bought.compareTo(cleared));
      assertEquals(0, sold.compareTo(cleared));
    }
    List<PublishedBlock> atCap = country.stream().filter(PublishedBlock::atCap).toList();
    assertEquals(4, atCap.size());
    assertTrue(
        atCap.stream()
            .allMatch(
                block ->
                    new BigDecimal("12000.00").equals(block.price())
                        || new BigDecimal("12000").equals(block.price())));
  }

  private static void assertFirst(String code, String text) {
    Answer answer = IexFiles.read(IexFiles.feedReader(), text);
    assertEquals(code, answer.report().refusals().get(0).code().code());
  }
}
