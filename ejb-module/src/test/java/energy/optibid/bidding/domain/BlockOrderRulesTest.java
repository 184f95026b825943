package energy.optibid.bidding.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidDraft.BlockOrder;
import energy.optibid.bidding.BidDraft.Quantity;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.domain.BidTerms.AssetTerms;
import energy.optibid.bidding.domain.BidTerms.AuctionTerms;
import energy.optibid.engine.rules.CurveKind;
import energy.optibid.engine.rules.OrderType;
import energy.optibid.engine.rules.SellerTechnology;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Block orders of a plant of 100 MW in an auction of 24 blocks. */
class BlockOrderRulesTest {
  private static final Set<OrderType> INDIA =
      EnumSet.of(OrderType.LINEAR, OrderType.BLOCK, OrderType.LINKED);
  private static final Set<OrderType> EVERY = EnumSet.allOf(OrderType.class);
  private static final UUID ID = new UUID(0, 1);

  private static BlockOrder block(String id, String megawatts, int... blocks) {
    return order(id, megawatts, null, null, null, false, blocks);
  }

  private static BlockOrder order(
      String id,
      String megawatts,
      @Nullable String ratio,
      @Nullable String parent,
      @Nullable String group,
      boolean flexible,
      int... blocks) {
    return new BlockOrder(
        id,
        Arrays.stream(blocks).mapToObj(n -> new Quantity(n, new BigDecimal(megawatts))).toList(),
        new BigDecimal("30"),
        ratio == null ? null : new BigDecimal(ratio),
        parent,
        group,
        flexible);
  }

  private static Set<String> faults(Set<OrderType> types, BlockOrder... orders) {
    return faults(types, List.of(), orders).stream()
        .map(fault -> fault.field() + " " + fault.code())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<BidFault> faults(
      Set<OrderType> types, List<BidDraft.Block> curves, BlockOrder... orders) {
    AuctionTerms auction =
        new AuctionTerms(
            ID,
            true,
            "open",
            1,
            24,
            Set.of("NORD"),
            BigDecimal.ZERO,
            new BigDecimal("4000"),
            new BigDecimal("0.01"),
            new BigDecimal("0.1"),
            12,
            CurveKind.STEP,
            "EUR",
            EnumSet.allOf(SellerTechnology.class),
            types,
            null);
    AssetTerms asset =
        new AssetTerms(
            ID,
            "Plant",
            "NORD",
            new BigDecimal("100"),
            BigDecimal.ZERO,
            Map.of(24, BigDecimal.TEN),
            null);
    BidDraft draft =
        new BidDraft(ID, ID, "NORD", BidSide.SELL, null, curves, false, List.of(orders));
    return BidRules.validate(draft, new BidTerms(auction, asset));
  }

  @Test
  void aBidOfBlockOrdersAlone_isGood() {
    assertEquals(
        Set.of(),
        faults(INDIA, block("a", "40", 1, 2, 3), order("b", "10", "1", "a", null, false, 4, 5)));
  }

  @Test
  void whatTheMarketDoesNotTake_isRefusedByName() {
    assertEquals(
        Set.of(
            "/blockOrders/0/profile order_type",
            "/blockOrders/1/minimumAcceptanceRatio order_type",
            "/blockOrders/2/exclusiveGroup order_type",
            "/blockOrders/3/flexible order_type"),
        faults(
            INDIA,
            block("gap", "10", 1, 3),
            order("cut", "10", "0.5", null, null, false, 1),
            order("one", "10", null, null, "g", false, 1),
            order("any", "10", null, null, null, true, 1, 2)));
    List<BidFault> found =
        faults(INDIA, List.of(), order("cut", "10", "0.5", null, null, false, 1));
    assertEquals(
        "This market takes no orders of the type minimum acceptance ratio; it takes linear, block,"
            + " linked.",
        found.get(0).message());
  }

  @Test
  void everyFault_isFoundAtOnce() {
    BlockOrder wild =
        new BlockOrder(
            "a b",
            List.of(
                new Quantity(25, new BigDecimal("0.05")),
                new Quantity(25, BigDecimal.ZERO),
                new Quantity(null, null)),
            new BigDecimal("4000.005"),
            new BigDecimal("1.5"),
            "nobody",
            "g!",
            false);
    BlockOrder empty = new BlockOrder(null, List.of(), null, null, null, null, false);
    assertEquals(
        Set.of(
            "/blockOrders/0/id name",
            "/blockOrders/0/profile/0/block unknown_block",
            "/blockOrders/0/profile/0/quantity lot",
            "/blockOrders/0/profile/1/block unknown_block",
            "/blockOrders/0/profile/1/block duplicate_block",
            "/blockOrders/0/profile/1/quantity positive",
            "/blockOrders/0/profile/2/block required",
            "/blockOrders/0/profile/2/quantity required",
            "/blockOrders/0/price price_limit",
            "/blockOrders/0/price tick",
            "/blockOrders/0/minimumAcceptanceRatio ratio",
            "/blockOrders/0/parent unknown_parent",
            "/blockOrders/0/exclusiveGroup name",
            "/blockOrders/0/exclusiveGroup linked_and_exclusive",
            "/blockOrders/1/id required",
            "/blockOrders/1/profile required",
            "/blockOrders/1/price required"),
        faults(EVERY, wild, empty));
  }

  @Test
  void linksThatLeadBack_areFoundAtEachOfThem() {
    assertEquals(
        Set.of("/blockOrders/0/parent circle", "/blockOrders/1/parent circle"),
        faults(
            EVERY,
            order("a", "10", null, "b", null, false, 1),
            order("b", "10", null, "a", null, false, 1),
            order("c", "10", null, "a", null, false, 1)));
  }

  @Test
  void flexibleOrders_standAloneWithOneQuantity() {
    BlockOrder uneven =
        new BlockOrder(
            "f",
            List.of(new Quantity(1, BigDecimal.ONE), new Quantity(2, BigDecimal.TEN)),
            BigDecimal.ONE,
            new BigDecimal("0.5"),
            null,
            "g",
            true);
    assertEquals(
        Set.of(
            "/blockOrders/0/flexible flexible",
            "/blockOrders/0/minimumAcceptanceRatio flexible",
            "/blockOrders/0/profile flexible",
            "/blockOrders/1/parent flexible"),
        faults(EVERY, uneven, order("c", "10", null, "f", null, false, 3)));
  }

  @Test
  void capability_isCheckedOverCurveAndOrders_linkedAddedAndOfAGroupTheLargest() {
    assertEquals(
        Set.of(),
        faults(
            EVERY,
            order("x", "60", null, null, "g", false, 1),
            order("y", "100", null, null, "g", false, 1)));
    assertEquals(
        Set.of("/blockOrders/1/profile/0/quantity capability"),
        faults(EVERY, block("a", "60", 1, 2), order("b", "50", null, "a", null, false, 2)));
    BidDraft.Block curve =
        new BidDraft.Block(1, List.of(new BidDraft.Point(BigDecimal.TEN, new BigDecimal("70"))));
    List<BidFault> together = faults(EVERY, List.of(curve), block("a", "40", 1, 2));
    assertEquals("/blockOrders/0/profile/0/quantity", together.get(0).field());
    assertTrue(together.get(0).message().contains("come to 110"), together.get(0).message());
    // 10 MW of block 24 are at the venue already
    assertEquals(
        Set.of("/blockOrders/0/profile/0/quantity capability"),
        faults(EVERY, block("a", "91", 24)));
  }

  @Test
  void tooMany_areRefused() {
    BlockOrder[] many =
        IntStream.range(0, 201).mapToObj(n -> block("b" + n, "0.1", 1)).toArray(BlockOrder[]::new);
    assertEquals(Set.of("/blockOrders too_many_block_orders"), faults(EVERY, many));
  }
}
