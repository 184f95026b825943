package energy.optibid.exports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidView;
import energy.optibid.exports.ExportFormat;
import energy.optibid.exports.domain.BidSheet;
import energy.optibid.exports.domain.BidTable;
import energy.optibid.exports.domain.Sheet;
import energy.optibid.exports.domain.TableWriter;
import energy.optibid.shared.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was exported is imported as it was, and what was broken is found at its cell. */
class BidFileRoundTripTest {
  private static final UUID AUCTION = new UUID(0, 1);
  private static final List<String> LABELS =
      List.of("peak", "", "=1+1", "'quoted", "a,b \"c\"\nd", " =x", "@home", "-5", "'");

  @Property(tries = 150)
  void roundTrip_keepsEveryBid(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int count) {
    Random random = new Random(seed);
    List<BidView> bids = IntStream.range(0, count).mapToObj(n -> bid(random, n)).toList();
    for (ExportFormat format : List.of(ExportFormat.CSV, ExportFormat.XLSX)) {
      BidSheet.Reading reading = read(file(bids, format), format);
      assertEquals(List.of(), reading.faults(), format.code());
      assertEquals(count, reading.bids().size());
      for (int i = 0; i < count; i++) {
        BidSheet.Bid read = reading.bids().get(i);
        BidDraft before = BidDraft.of(AUCTION, bids.get(i).content());
        assertEquals(bids.get(i).id().toString(), read.key());
        assertEquals(bids.get(i).version(), read.version());
        assertTrue(read.draft().saysTheSameAs(before), format.code() + " " + read.draft());
      }
    }
  }

  private static byte[] file(List<BidView> bids, ExportFormat format) {
    boolean csv = format == ExportFormat.CSV;
    TableWriter writer = csv ? new CsvTables() : new XlsxTables();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      writer.write(BidTable.of(bids, csv), out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static BidSheet.Reading read(byte[] file, ExportFormat format) {
    Sheet sheet = SheetReader.read(file, format);
    return BidSheet.read(
        sheet,
        AUCTION,
        name -> name.equals("Plant") ? Optional.of(new UUID(0, 5)) : Optional.empty());
  }

  private static BidView bid(Random random, int number) {
    List<BidBlock> blocks = new ArrayList<>();
    for (int block = 1; block <= random.nextInt(5); block++) {
      blocks.add(new BidBlock(block, points(random)));
    }
    List<BidBlockOrder> orders = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      boolean flexible = random.nextInt(4) == 0;
      orders.add(
          new BidBlockOrder(
              "order_" + i,
              IntStream.rangeClosed(1, 1 + random.nextInt(4))
                  .mapToObj(block -> new BlockQuantity(block, decimal(random, 3)))
                  .toList(),
              decimal(random, 4).negate(),
              flexible ? BigDecimal.ONE : new BigDecimal("0.123456"),
              i > 0 && !flexible ? "order_0" : null,
              random.nextBoolean() ? "group" : null,
              flexible));
    }
    String label = LABELS.get(random.nextInt(LABELS.size()));
    return new BidView(
        new UUID(7, number),
        AUCTION,
        "gme-mgp",
        LocalDate.parse("2025-06-02"),
        new UUID(0, 5),
        "'Plant=",
        "NORD",
        random.nextBoolean() ? "sell" : "buy",
        label.isEmpty() ? null : label,
        "draft",
        1,
        blocks,
        random.nextBoolean(),
        orders,
        null,
        null,
        null,
        OffsetDateTime.parse("2025-06-01T10:00:00Z"),
        new UUID(0, 6),
        OffsetDateTime.parse("2025-06-01T10:00:00Z"),
        random.nextInt(100));
  }

  private static List<BidPoint> points(Random random) {
    return IntStream.rangeClosed(1, 1 + random.nextInt(6))
        .mapToObj(n -> new BidPoint(decimal(random, 4), decimal(random, 3)))
        .toList();
  }

  private static BigDecimal decimal(Random random, int scale) {
    return BigDecimal.valueOf(1 + random.nextInt(40_000_000), scale);
  }

  @Test
  void faults_areAtTheirCell_allAtOnce() {
    String csv =
        """
        bid,asset,area,side,block,price_1,quantity_1,price_2,quantity_2,block_order,flexible
        new,Plant,NORD,sell,1,10,5,x,8,,
        new,Plant,SUD,sell,two,10,"1,5",,,,
        new,Plant,NORD,sell,3,40,7,,,base,perhaps
        ,Plant,NORD,sell,3,40,7,,,base,
        other,Nobody,NORD,steal,3,40,7,,,,
        """;
    BidSheet.Reading reading = read(csv.getBytes(StandardCharsets.UTF_8), ExportFormat.CSV);
    assertEquals(
        List.of(
            "row 2, column price_2 number",
            "row 3, column area differs",
            "row 3, column block number",
            "row 3, column quantity_1 number",
            "row 4, column flexible unknown_value",
            "row 5, column bid required",
            "row 6, column asset unknown_asset",
            "row 6, column side unknown_value"),
        reading.faults().stream()
            .map((Fault fault) -> fault.field() + " " + fault.code())
            .sorted()
            .toList());
    assertEquals(
        "row 2, column quantity_2", reading.bids().get(0).address("/blocks/0/points/1/quantity"));
    assertEquals(
        "row 4, column block", reading.bids().get(0).address("/blockOrders/0/profile/0/block"));
  }

  @Test
  void aWorkbooksCells_areNamedAsASpreadsheetNamesThem() {
    Sheet sheet =
        SheetReader.read(
            file(List.of(bid(new Random(3), 1)), ExportFormat.XLSX), ExportFormat.XLSX);
    assertEquals("bids!A2", sheet.address(2, "bid"));
    assertEquals("bids!O14", sheet.address(14, "price_1"));
    assertEquals("row 1, column nothing", sheet.address(1, "nothing"));
  }

  @Test
  void columnsThatAreMissing_orUnknown_areNamed() {
    BidSheet.Reading reading =
        read("bid,side,block,colour,bid\n".getBytes(StandardCharsets.UTF_8), ExportFormat.CSV);
    assertEquals(
        List.of(
            "row 1, column colour unknown_column",
            "row 1, column bid duplicate_column",
            "row 1, column area required"),
        reading.faults().stream().map(fault -> fault.field() + " " + fault.code()).toList());
  }

  @ParameterizedTest
  @EnumSource(
      value = ExportFormat.class,
      names = {"CSV", "XLSX"})
  void whatIsNoFileOfTheFormat_isRefused(ExportFormat format) {
    byte[] noise = {(byte) 0xff, (byte) 0xfe, 0, 1, 2};
    org.junit.jupiter.api.Assertions.assertThrows(
        energy.optibid.shared.ProblemException.class, () -> SheetReader.read(noise, format));
  }
}
