package energy.optibid.clearing.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.domain.BidRules;
import energy.optibid.clearing.ReplayRequest.BlockOrderChange;
import energy.optibid.shared.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A family of grandmother, mother and child, and a loner, changed one by one. */
class MergedBlockOrdersTest {
  private static final List<BidBlockOrder> BEFORE =
      List.of(
          order("grandmother", null),
          order("mother", "grandmother"),
          order("child", "mother"),
          order("loner", null));

  private static BidBlockOrder order(String id, @Nullable String parent) {
    return new BidBlockOrder(
        id,
        List.of(new BlockQuantity(1, BigDecimal.TEN)),
        BigDecimal.ONE,
        BigDecimal.ONE,
        parent,
        null,
        false);
  }

  private static BlockOrderChange put(String id, @Nullable String parent, boolean flexible) {
    return new BlockOrderChange(
        id,
        null,
        List.of(new BlockQuantity(2, BigDecimal.ONE), new BlockQuantity(1, BigDecimal.ONE)),
        BigDecimal.TEN,
        null,
        parent,
        null,
        flexible);
  }

  private static List<Fault> faults(MergedBlockOrders merged) {
    List<Fault> faults = new ArrayList<>(merged.faults("/changes/3"));
    BidDraft draft =
        new BidDraft(null, null, "NORD", BidSide.SELL, null, List.of(), false, merged.drafts());
    for (BidFault fault : BidRules.validateOrders(draft, null)) {
      faults.add(merged.addressed("/changes/3", fault));
    }
    return faults;
  }

  private static List<String> told(MergedBlockOrders merged) {
    return faults(merged).stream()
        .map(fault -> fault.field().replace("/changes/3/blockOrders", "") + " " + fault.code())
        .distinct()
        .toList();
  }

  @Test
  void whatIsNamed_isReplacedTakenOutOrAdded_theRestStays() {
    MergedBlockOrders merged =
        MergedBlockOrders.of(
            BEFORE,
            List.of(
                BlockOrderChange.withdrawn("loner"),
                put("mother", null, false),
                put("new", "mother", false)));
    assertEquals(List.of(), faults(merged));
    List<BidBlockOrder> orders = merged.orders();
    assertEquals(
        List.of("grandmother", "mother", "child", "new"),
        orders.stream().map(BidBlockOrder::id).toList());
    assertEquals(BEFORE.get(2), orders.get(2));
    assertEquals(BigDecimal.ONE, orders.get(1).minimumAcceptanceRatio());
    assertEquals(1, orders.get(1).profile().get(0).block());
    assertTrue(merged.has("new"));
    assertFalse(merged.has("loner"));
  }

  @Test
  void anOrderThatLosesItsParent_isToldWhereTheParentIsTakenOut() {
    MergedBlockOrders merged =
        MergedBlockOrders.of(BEFORE, List.of(BlockOrderChange.withdrawn("mother")));
    assertEquals(
        List.of(
            new Fault(
                "/changes/3/blockOrders/0/withdraw",
                "unknown_parent",
                "child is linked to mother: take it out too, or link it to another block order.")),
        faults(merged));
  }

  @Test
  void anOrderWhoseParentBecomesFlexible_isToldThere() {
    MergedBlockOrders merged =
        MergedBlockOrders.of(BEFORE, List.of(put("grandmother", null, true)));
    assertEquals(List.of("/0/flexible flexible"), told(merged));
    assertTrue(faults(merged).get(0).message().startsWith("mother is linked to grandmother: a "));
  }

  @Test
  void aCircle_isToldAtTheChangeThatClosesIt() {
    MergedBlockOrders merged =
        MergedBlockOrders.of(BEFORE, List.of(put("grandmother", "child", false)));
    assertEquals(List.of("/0/parent circle"), told(merged));
  }

  @Test
  void namesGivenTwiceAndUnknownOnes_areTold() {
    MergedBlockOrders merged =
        MergedBlockOrders.of(
            BEFORE,
            List.of(
                put("new", null, false),
                BlockOrderChange.withdrawn("new"),
                BlockOrderChange.withdrawn("nobody"),
                new BlockOrderChange("loner", true, null, BigDecimal.ONE, null, null, null, null)));
    assertEquals(
        List.of(
            "/1/id duplicate_id",
            "/1/id unknown_block_order",
            "/2/id unknown_block_order",
            "/3/withdraw withdraw"),
        told(merged));
  }
}
