package energy.optibid.engine.market.iex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.market.iex.IexFiles.Answer;
import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.market.results.PublishedVolumes;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IexTableReaderTest {
  @Test
  void aSoundTable_isReadMarketByMarket() {
    Answer answer = read(IexFiles.table());
    assertEquals(List.of(), answer.faults());
    assertEquals(192, answer.blocks().size());
    PublishedBlock last = answer.blocks().get(95);
    assertEquals("iex-dam", last.market());
    assertEquals(Instant.parse("2023-12-27T18:15:00Z"), last.start());
    assertEquals(new BigDecimal("3095.05"), last.price());
    PublishedBlock untraded = answer.blocks().get(96);
    assertEquals("iex-hpdam", untraded.market());
    assertNull(untraded.price());
    assertEquals(new BigDecimal("654.00"), Objects.requireNonNull(untraded.volumes()).sellBids());
  }

  @Test
  void everyFaultOfATable_isNamedByLineAndColumn() {
    List<String> lines = IexFiles.table();
    replace(lines, 1, ",3000.05", ",10000.01");
    replace(lines, 2, "650.1,", "-650.1,");
    replace(lines, 3, "700.50", "much");
    replace(lines, 4, ",650.10,", ",651.00,");
    replace(lines, 5, "800.00", "640.00");
    replace(lines, 6, "700.50", "640.00");
    replace(lines, 7, "dam", "ddam");
    replace(lines, 8, "27-12-2023", "2023-12-27");
    replace(lines, 9, "02:00 - 02:15", "02:00 - 02:30");
    replace(lines, 10, "02:15 - 02:30", "02:00 - 02:15");
    replace(lines, 11, "02:30", "half past two");
    replace(lines, 12, "800.00", "800000.00");
    replace(lines, 13, ",3012.05", ",-");
    replace(lines, 14, ",3013.05", ",3013.055");
    replace(lines, 15, ",3014.05", "");
    lines.set(16, "");
    replace(lines, 17, "27-12-2023", "27-12-1999");
    lines.add(lines.get(97));
    Answer answer = read(lines);
    List<String> expected =
        new ArrayList<>(
            List.of(
                "price_limit mcp_rs_mwh",
                "negative mcv_mw",
                "number_form sell_bid_mw",
                "cleared_above_bids final_scheduled_mw",
                "cleared_above_bids mcv_mw",
                "cleared_above_bids mcv_mw",
                "unknown_market market",
                "day_form date",
                "period_range time_block",
                "period_form time_block",
                "volume_range purchase_bid_mw",
                "missing_price mcp_rs_mwh",
                "price_tick mcp_rs_mwh",
                "field_count ",
                "blank_line ",
                "day_without_rules date",
                "duplicate time_block"));
    // blocks 7, 8, 10, 11, 15, 16 and 17 were not there; block 9 was, on the line of block 10
    expected.addAll(List.of("missing_block time_block").stream().toList());
    for (int i = 1; i < 7; i++) {
      expected.add("missing_block time_block");
    }
    assertEquals(expected, answer.faults());
    assertEquals(2, answer.report().refusals().get(0).line());
    assertEquals(194, answer.report().refusals().get(16).line());
  }

  @Test
  void aTableCutOffInALine_namesTheLineAndEveryBlockThatIsMissing() {
    String whole = String.join("\n", IexFiles.table());
    Answer answer = IexFiles.read(IexFiles.tableReader(), whole.substring(0, 1_000));
    assertEquals("field_count ", answer.faults().get(0));
    assertEquals(
        96 - 14, answer.faults().stream().filter(f -> f.startsWith("missing_block")).count());
  }

  @Test
  void theSameDayInTwoFiles_isADuplicateLineByLine() {
    IexTableReader reader = IexFiles.tableReader();
    String text = String.join("\n", IexFiles.table());
    assertTrue(IexFiles.read(reader, text).report().accepted());
    Answer again = IexFiles.read(reader, text);
    assertEquals(192, again.report().refused());
    assertEquals("duplicate time_block", again.faults().get(0));
  }

  @Test
  void theRealTable_clearsNoMoreThanWasBid_andIsAtTheCapInThirtyFourBlocks() throws IOException {
    Answer answer =
        IexFiles.readReal(IexFiles.tableReader(), "iex_20231227_dam_gdam_hpdam_rtm.csv");
    assertEquals(List.of(), answer.faults());
    assertEquals(4 * 96, answer.blocks().size());
    for (PublishedBlock block : answer.blocks()) {
      PublishedVolumes volumes = Objects.requireNonNull(block.volumes());
      BigDecimal most = mw(volumes.buyBids()).min(mw(volumes.sellBids()));
      assertTrue(mw(volumes.bought()).compareTo(most) <= 0);
    }
    List<PublishedBlock> atCap =
        answer.blocks().stream()
            .filter(block -> block.market().equals("iex-dam") && block.atCap())
            .toList();
    assertEquals(34, atCap.size());
    assertEquals(22, atCap.stream().filter(block -> unsold(block).signum() == 0).count());
    // cleared volumes are published to 0.1 MW and offers to 0.01: the other ten differ by 0.02 MW
    // at most
    BigDecimal rounding = new BigDecimal("0.02");
    assertEquals(32, atCap.stream().filter(b -> unsold(b).compareTo(rounding) <= 0).count());
  }

  private static BigDecimal unsold(PublishedBlock block) {
    PublishedVolumes volumes = Objects.requireNonNull(block.volumes());
    return mw(volumes.sellBids()).subtract(mw(volumes.sold()));
  }

  private static BigDecimal mw(@Nullable BigDecimal volume) {
    return Objects.requireNonNull(volume);
  }

  private static void replace(List<String> lines, int index, String from, String to) {
    assertTrue(lines.get(index).contains(from), lines.get(index));
    lines.set(index, lines.get(index).replaceFirst(java.util.regex.Pattern.quote(from), to));
  }

  private static Answer read(List<String> lines) {
    return IexFiles.read(IexFiles.tableReader(), String.join("\n", lines) + "\n");
  }
}
