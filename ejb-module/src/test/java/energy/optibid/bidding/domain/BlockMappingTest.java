package energy.optibid.bidding.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.engine.units.DeliveryDay;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Days of Rome: an ordinary one, and those on which clocks change. */
class BlockMappingTest {
  private static final String ORDINARY = "2025-06-02";
  private static final String LONG = "2025-10-26";
  private static final String SHORT = "2025-03-30";

  private static DeliveryDay day(String date, int minutes) {
    return new DeliveryDay(
        LocalDate.parse(date), ZoneId.of("Europe/Rome"), Duration.ofMinutes(minutes));
  }

  /** A sale whose MW in a block is the block's number. */
  private static BidContent content(int blocks, List<BidBlockOrder> orders) {
    return new BidContent(
        new UUID(0, 1),
        "NORD",
        BidSide.SELL,
        null,
        IntStream.rangeClosed(1, blocks)
            .mapToObj(
                n -> new BidBlock(n, List.of(new BidPoint(BigDecimal.TEN, BigDecimal.valueOf(n)))))
            .toList(),
        false,
        orders);
  }

  private static BlockMapping.Mapped map(
      DeliveryDay from, DeliveryDay to, List<BidBlockOrder> orders) {
    return new BlockMapping(from, to, 1, to.blockCount()).map(content(from.blockCount(), orders));
  }

  private static List<Integer> megawatts(BlockMapping.Mapped mapped) {
    return mapped.content().blocks().stream()
        .map(block -> block.points().get(0).quantity().intValueExact())
        .toList();
  }

  @Test
  void ordinaryDays_areMatchedByNumber() {
    BlockMapping.Mapped mapped = map(day(ORDINARY, 60), day("2025-06-03", 60), List.of());
    assertEquals(IntStream.rangeClosed(1, 24).boxed().toList(), megawatts(mapped));
    assertEquals(List.of(), mapped.dropped());
  }

  @Test
  void theHourThatComesTwice_takesTheSameClockTime() {
    BlockMapping.Mapped mapped = map(day(ORDINARY, 60), day(LONG, 60), List.of());
    assertEquals(List.of(1, 2, 3, 3, 4, 5), megawatts(mapped).subList(0, 6));
    assertEquals(25, mapped.content().blocks().size());
    assertEquals(List.of(), mapped.dropped());
  }

  @Test
  void theHourThatIsMissing_isDroppedAndSaid() {
    BlockMapping.Mapped mapped = map(day(ORDINARY, 60), day(SHORT, 60), List.of());
    assertEquals(List.of(1, 2, 4, 5), megawatts(mapped).subList(0, 4));
    assertEquals(
        List.of("The curve of block 3 (02:00) has no block in the other auction."),
        mapped.dropped());
  }

  @Test
  void theSecondOfTwoHours_isLostOnAnOrdinaryDay() {
    BlockMapping.Mapped mapped = map(day(LONG, 60), day(ORDINARY, 60), List.of());
    assertEquals(List.of(1, 2, 3, 5), megawatts(mapped).subList(0, 4));
    assertEquals(
        List.of("The curve of block 4 (02:00) has no block in the other auction."),
        mapped.dropped());
  }

  @Test
  void quartersTakeTheirHour_andAnHourItsFirstQuarter() {
    BlockMapping.Mapped finer = map(day(ORDINARY, 60), day(ORDINARY, 15), List.of());
    assertEquals(List.of(1, 1, 1, 1, 2), megawatts(finer).subList(0, 5));
    assertEquals(96, finer.content().blocks().size());
    assertEquals(List.of(), finer.dropped());
    BlockMapping.Mapped coarser = map(day(ORDINARY, 15), day(ORDINARY, 60), List.of());
    assertEquals(List.of(1, 5, 9), megawatts(coarser).subList(0, 3));
    assertEquals(72, coarser.dropped().size());
  }

  @Test
  void blockOrdersMoveToo_andGoWithTheirParents() {
    BidBlockOrder night = order("night", null, 3);
    BidBlockOrder child = order("child", "night", 3, 4);
    BlockMapping.Mapped mapped =
        map(day(ORDINARY, 60), day(SHORT, 60), List.of(night, child, order("day", null, 10, 11)));
    assertEquals(
        List.of("day"), mapped.content().blockOrders().stream().map(BidBlockOrder::id).toList());
    assertEquals(
        List.of(9, 10),
        mapped.content().blockOrders().get(0).profile().stream()
            .map(BlockQuantity::block)
            .toList());
    assertEquals(
        List.of(
            "The curve of block 3 (02:00) has no block in the other auction.",
            "Block order night of block 3 (02:00) has no block in the other auction.",
            "Block order child of block 3 (02:00) has no block in the other auction.",
            "Block order night has no block left.",
            "Block order child is linked to night, which is gone."),
        mapped.dropped());
  }

  private static BidBlockOrder order(
      String id, @org.jspecify.annotations.Nullable String parent, int... blocks) {
    return new BidBlockOrder(
        id,
        IntStream.of(blocks).mapToObj(n -> new BlockQuantity(n, BigDecimal.ONE)).toList(),
        BigDecimal.TEN,
        BigDecimal.ONE,
        parent,
        null,
        false);
  }
}
