package energy.optibid.engine.market.gme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GmeBlocksTest {
  private static final String HEADER = GmeFileKind.BLOCK_ORDERS.header() + "\n";
  private static final String FIRST =
      "2025-04-01T02:00:00+02:00,2025-04-01,B1,3,CALA,demand,0.3,700.0,ACC\n";
  private static final String SECOND =
      "2025-04-01T05:00:00+02:00,2025-04-01,B1,6,CALA,demand,1.25,700.0,ACC\n";

  private final List<GmeRow> rows = new ArrayList<>();

  private FileReport read(String text) throws IOException {
    return new GmeDayReader(RealGmeDays.pack(), ReadLimits.DEFAULT)
        .read(
            "block-orders.csv",
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            rows::add);
  }

  @Test
  void theRowsOfABlockAreOneOrder() throws IOException {
    assertTrue(read(HEADER + FIRST + SECOND).accepted());
    GmeBook book = new GmeBook(RealGmeDays.pack(), day -> true);
    rows.forEach(book);
    GmeDay day = book.day(LocalDate.of(2025, 4, 1));
    assertEquals(
        List.of(
            BlockOrder.whole(
                "B1",
                "CALA",
                Side.BUY,
                Price.of("700"),
                new TreeMap<>(Map.of(3, Power.ofMegawatts("0.3"), 6, Power.ofMegawatts("1.25"))))),
        day.blocks());
    assertEquals(Optional.of(PublishedDecision.ACCEPTED), day.publishedDecision("B1"));
    assertEquals(Optional.empty(), day.publishedDecision("B2"));
  }

  @Test
  void whatIsWrittenIsWhatWasRead() throws IOException {
    read(HEADER + FIRST + SECOND);
    StringWriter out = new StringWriter();
    new GmeWriter(RealGmeDays.pack()).write(GmeFileKind.BLOCK_ORDERS, rows, out);
    assertEquals(HEADER + FIRST + SECOND, out.toString());
  }

  @Test
  void everyFaultIsNamed() throws IOException {
    FileReport report =
        read(
            HEADER
                + FIRST
                + FIRST
                + SECOND.replace(",700.0,", ",701.0,")
                + SECOND.replace(",B1,6,", ",,6,")
                + SECOND.replace(",B1,6,", ",B2,26,").replace("ACC", "MAYBE"));
    assertEquals(
        List.of(
            RefusalCode.DUPLICATE,
            RefusalCode.BLOCK_CONTRADICTION,
            RefusalCode.MISSING_FIELD,
            RefusalCode.PERIOD_RANGE,
            RefusalCode.UNKNOWN_DECISION),
        report.refusals().stream().map(refusal -> refusal.code()).toList());
    assertEquals(
        List.of("block_id", "block_id", "block_id", "period", "published_status"),
        report.refusals().stream().map(refusal -> refusal.field()).toList());
  }
}
