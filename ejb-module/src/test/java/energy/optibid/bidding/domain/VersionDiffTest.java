package energy.optibid.bidding.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidDiff;
import energy.optibid.bidding.BidDiff.FieldChange;
import energy.optibid.bidding.BidDiff.Kind;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionDiffTest {
  private static BidPoint point(String price, String quantity) {
    return new BidPoint(new BigDecimal(price), new BigDecimal(quantity));
  }

  private static BidBlockOrder order(String id, String price, String quantity, int... blocks) {
    return new BidBlockOrder(
        id,
        java.util.Arrays.stream(blocks)
            .mapToObj(n -> new BlockQuantity(n, new BigDecimal(quantity)))
            .toList(),
        new BigDecimal(price),
        BigDecimal.ONE,
        null,
        null,
        false);
  }

  private static BidDiff diff(BidContent before, BidContent after) {
    return VersionDiff.of(
        new UUID(0, 9),
        new BidVersion(2, before, SampleBids.NOW, SampleBids.USER),
        new BidVersion(3, after, SampleBids.NOW, SampleBids.USER));
  }

  private static BidContent content(
      @Nullable String label, List<BidBlock> blocks, List<BidBlockOrder> orders) {
    return new BidContent(new UUID(0, 1), "NORD", BidSide.SELL, label, blocks, false, orders);
  }

  @Test
  void numbersWrittenOtherwise_areNoChange() {
    BidDiff diff =
        diff(
            content(
                "a",
                List.of(new BidBlock(1, List.of(point("10", "5")))),
                List.of(order("x", "3", "1", 1))),
            content(
                "a",
                List.of(new BidBlock(1, List.of(point("10.00", "5.0")))),
                List.of(order("x", "3.0", "1.0", 1))));
    assertEquals(new BidDiff(new UUID(0, 9), 2, 3, List.of(), List.of(), List.of()), diff);
  }

  @Test
  void fieldsPointsAndBlocks_sayWhatTheyWereAndAre() {
    BidDiff diff =
        diff(
            content(
                null,
                List.of(
                    new BidBlock(1, List.of(point("10", "5"), point("20", "8"))),
                    new BidBlock(2, List.of(point("10", "5")))),
                List.of()),
            content(
                "peak",
                List.of(
                    new BidBlock(1, List.of(point("10", "5"), point("21", "8"), point("30", "9"))),
                    new BidBlock(3, List.of(point("10", "5")))),
                List.of()));
    assertEquals(List.of(new FieldChange("label", null, "peak")), diff.fields());
    assertEquals(
        List.of("1 CHANGED", "2 REMOVED", "3 ADDED"),
        diff.blocks().stream().map(block -> block.block() + " " + block.kind()).toList());
    List<BidDiff.PointChange> first = diff.blocks().get(0).points();
    assertEquals(
        List.of(
            new BidDiff.PointChange(1, Kind.CHANGED, point("20", "8"), point("21", "8")),
            new BidDiff.PointChange(2, Kind.ADDED, null, point("30", "9"))),
        first);
    assertNull(diff.blocks().get(1).points().get(0).after());
  }

  @Test
  void blockOrders_areMatchedByTheirId() {
    BidDiff diff =
        diff(
            content("", List.of(), List.of(order("a", "3", "1", 1, 2), order("b", "3", "1", 1))),
            content("", List.of(), List.of(order("c", "3", "1", 1), order("a", "4", "1", 1, 3))));
    assertEquals(
        List.of("a CHANGED [profile, price]", "b REMOVED []", "c ADDED []"),
        diff.blockOrders().stream()
            .map(one -> one.id() + " " + one.kind() + " " + one.fields())
            .toList());
  }
}
