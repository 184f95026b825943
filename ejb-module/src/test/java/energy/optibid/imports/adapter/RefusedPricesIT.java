package energy.optibid.imports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.imports.Import;
import energy.optibid.imports.ImportFault;
import energy.optibid.imports.ImportState;
import energy.optibid.imports.Imports;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a file is named, all of it, and none of the file is taken. */
class RefusedPricesIT {
  @TempDir Path home;
  private ImportBench bench;

  @BeforeEach
  void freshOrganisation() {
    bench = new ImportBench(home);
  }

  @Test
  void aSpoiltFeedIsRefusedWithEveryFaultAndNothingIsWritten() {
    IexDay day = new IexDay();
    day.spoilToken(1, "\"Area_code\":\"S3\"", "\"Area_code\":\"S2\"");
    day.spoilToken(3, "\"Sell_Volume\":3}", "\"Sell_Volume\":-3}");
    day.spoilToken(4, "\"Area_Price\":1004.50", "\"Area_Price\":12000.01");
    day.spoilToken(5, "\"Area_Price\":1005.50", "\"Area_Price\":\"dear\"");
    day.spoilToken(6, "\"Cleared_Volume\":78", "\"Cleared_Volume\":79");
    day.spoilToken(8, "\"Token_NO\":8", "\"Token_NO\":7");
    day.tokens.remove(95);
    Import done = bench.imported(Imports.IEX_FEED, day.feed());
    refusedWith(
        done,
        "duplicate",
        "missing_area",
        "negative",
        "price_limit",
        "number_form",
        "sum_mismatch",
        "sum_mismatch",
        "duplicate",
        "missing_block",
        "missing_block");
    ImportFault negative = bench.faults(done).get(2);
    assertEquals(
        "/Delivery_Date_Details/0/Token_Wise/2/Area_Details/0/Area_Codes/Sell_Volume",
        negative.field());
    assertEquals("-3", negative.value());
  }

  @Test
  void aSpoiltTableIsRefusedWithEveryFaultAndNothingIsWritten() {
    IexDay day = new IexDay();
    day.spoilLine(2, ",3000.05", ",10000.01");
    day.spoilLine(3, "650.1,", "-650.1,");
    day.spoilLine(4, "700.50", "much");
    day.spoilLine(5, "800.00", "640.00");
    day.spoilLine(6, ",650.10,", ",651.00,");
    day.lines.set(6, day.lines.get(5));
    day.lines.remove(7);
    Import done = bench.imported(Imports.IEX_TABLE, day.table());
    refusedWith(
        done,
        "price_limit",
        "negative",
        "number_form",
        "cleared_above_bids",
        "cleared_above_bids",
        "duplicate",
        "cleared_above_bids",
        "missing_block",
        "missing_block");
  }

  @Test
  void aFeedCutOffIsRefused() {
    byte[] whole = Objects.requireNonNull(new IexDay().feed().get("feed.json"));
    Import done =
        bench.imported(
            Imports.IEX_FEED, Map.of("feed.json", Arrays.copyOf(whole, whole.length / 2)));
    refusedWith(done, "malformed_json");
  }

  private void refusedWith(Import done, String... codes) {
    assertEquals(ImportState.REJECTED, done.state());
    assertEquals(List.of(codes), bench.faultCodes(done));
    assertTrue(bench.faults(done).stream().noneMatch(fault -> fault.reason().isBlank()));
    assertEquals(codes.length, done.faultCount());
    assertEquals("0", bench.text("select count(*)::text from price"));
    assertEquals("0", bench.partitions(done));
  }
}
