package energy.optibid.clearing.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidDraft.BlockOrder;
import energy.optibid.bidding.BidDraft.Quantity;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.BidView;
import energy.optibid.clearing.Replay;
import energy.optibid.clearing.ReplayOutcome.OrderResult;
import energy.optibid.clearing.ReplayOutcome.OwnBlockOrder;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.clearing.ReplayRequest.BlockOrderChange;
import energy.optibid.clearing.ReplayRequest.Change;
import energy.optibid.clearing.ReplayRequest.Sweep;
import energy.optibid.clearing.ReplayRequest.SweepParameter;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.shared.Caller;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Block orders of own bids changed in replays of an imported day, on a real PostgreSQL. NORD buys
 * 100 MW in each of 24 hours and is offered 60 at 20.00 and 60 at 50.00, so that 50.00 is the price
 * without the bid.
 */
class BlockOrderReplayIT {
  private final ClearingBench bench = new ClearingBench();
  private final ReplayDesk desk = bench.replays;

  private static BlockOrder order(String id, String megawatts, String price, int... blocks) {
    return new BlockOrder(
        id,
        Arrays.stream(blocks).mapToObj(n -> new Quantity(n, new BigDecimal(megawatts))).toList(),
        new BigDecimal(price),
        null,
        null,
        null,
        false);
  }

  private static BlockOrderChange put(String id, String megawatts, String price, int... blocks) {
    return put(id, megawatts, price, null, null, null, false, blocks);
  }

  private static BlockOrderChange put(
      String id,
      String megawatts,
      String price,
      @Nullable String ratio,
      @Nullable String parent,
      @Nullable String group,
      boolean flexible,
      int... blocks) {
    return new BlockOrderChange(
        id,
        null,
        Arrays.stream(blocks)
            .mapToObj(block -> new BlockQuantity(block, new BigDecimal(megawatts)))
            .toList(),
        new BigDecimal(price),
        ratio == null ? null : new BigDecimal(ratio),
        parent,
        group,
        flexible);
  }

  private static Change change(@Nullable UUID bidId, BlockOrderChange... orders) {
    return new Change(
        bidId,
        bidId == null ? "NORD" : null,
        bidId == null ? BidSide.SELL : null,
        null,
        List.of(),
        List.of(orders));
  }

  /** 30 MW over two hours that gain, and 50 that would not fit. */
  private BidView submitted(UUID auctionId) {
    BidDraft draft =
        new BidDraft(
            auctionId,
            bench.world.assetId(),
            "NORD",
            BidSide.SELL,
            "blocks",
            List.of(),
            false,
            List.of(order("base", "30", "25", 1, 2), order("odd", "50", "30", 3)));
    BidView bid = bench.act(() -> bench.bidding.create(draft));
    return bench.act(() -> bench.bidding.submit(bid.id(), bid.version()));
  }

  private Replay replay(UUID auctionId, @Nullable Sweep sweep, Change... changes) {
    Replay replay =
        bench.act(() -> desk.replay(auctionId, new ReplayRequest(List.of(changes), sweep)));
    assertEquals(replay, bench.act(() -> desk.require(auctionId, replay.id())));
    return replay;
  }

  private static String told(@Nullable OrderResult result) {
    return result == null ? "-" : result.decision() + " " + result.ratio() + " " + result.revenue();
  }

  private static List<String> told(Replay replay) {
    return replay.outcome().blockOrders().stream()
        .map(
            order -> order.blockOrder() + ": " + told(order.before()) + " > " + told(order.after()))
        .toList();
  }

  @Test
  void anotherPriceAndAMinimumRatio_areDecidedAfresh() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = submitted(auctionId);
    bench.cleared(auctionId);
    assertEquals(
        List.of(
            "base: ACCEPTED 1 3000.00 > OUT_OF_THE_MONEY 0 0.00",
            "odd: PARADOXICALLY_REJECTED 0 0.00 > ACCEPTED 0.8 1400.00"),
        told(
            replay(
                auctionId,
                null,
                change(
                    bid.id(),
                    put("base", "30", "70", 1, 2),
                    put("odd", "50", "30", "0.5", null, null, false, 3)))));
  }

  @Test
  void anOrderTakenOut_andOneAdded_changeTheRevenueOfTheBid() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = submitted(auctionId);
    bench.cleared(auctionId);
    Replay replay =
        replay(
            auctionId,
            null,
            change(bid.id(), BlockOrderChange.withdrawn("base"), put("night", "20", "45", 23, 24)));
    assertEquals(
        List.of(
            "base: ACCEPTED 1 3000.00 > -",
            "odd: PARADOXICALLY_REJECTED 0 0.00 > PARADOXICALLY_REJECTED 0 0.00",
            "night: - > ACCEPTED 1 2000.00"),
        told(replay));
    assertEquals(new BigDecimal("3000.00"), replay.outcome().revenueBefore());
    assertEquals(new BigDecimal("2000.00"), replay.outcome().bids().get(0).revenueAfter());
    assertEquals(new BigDecimal("20"), replay.outcome().bids().get(0).acceptedAfter().get(22));
  }

  @Test
  void aBidThatWasNeverMade_mayHaveBlockOrdersOnly() {
    UUID auctionId = bench.world.openAuction();
    bench.cleared(auctionId);
    Replay replay =
        replay(
            auctionId,
            null,
            change(
                null,
                put("a", "30", "10", 1),
                put("b", "50", "12", "0.4", null, null, false, 2),
                put("c", "10", "60", 5, 6)));
    assertEquals(
        List.of(
            "a: - > ACCEPTED 1 1500.00",
            "b: - > ACCEPTED 1 1000.00",
            "c: - > OUT_OF_THE_MONEY 0 0.00"),
        told(replay));
    OwnBlockOrder first = replay.outcome().blockOrders().get(0);
    assertNull(first.bidId());
    assertEquals(0, first.change());
    assertEquals(new BigDecimal("2500.00"), replay.outcome().revenueAfter());
  }

  @Test
  void withoutABid_noneOfItsOrdersIsThere() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = submitted(auctionId);
    bench.cleared(auctionId);
    Replay replay =
        replay(
            auctionId,
            null,
            new Change(
                bid.id(),
                null,
                null,
                null,
                List.of(
                    new BidBlock(
                        1, List.of(new BidPoint(BigDecimal.ZERO, new BigDecimal("70")))))));
    // 30 in the block order and 70 in the curve need nobody else in the first hour
    assertEquals(new BigDecimal("50.00"), replay.outcome().areas().get(0).without().get(0));
    assertTrue(replay.outcome().areas().get(0).after().get(0).compareTo(new BigDecimal("50")) < 0);
  }

  @Test
  void aSweep_movesOneBlockOrder_andTellsItsWholeBid() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = submitted(auctionId);
    bench.cleared(auctionId);
    Sweep sweep =
        new Sweep(
            0,
            SweepParameter.QUANTITY,
            BigDecimal.ZERO,
            new BigDecimal("50"),
            new BigDecimal("10"),
            "odd");
    Replay queued = replay(auctionId, sweep, change(bid.id()));
    assertEquals(
        List.of("0 3000.00", "10 3500.00", "20 4000.00", "30 4500.00", "40 4400.00", "50 3000.00"),
        swept(auctionId, queued));
    Sweep price =
        new Sweep(
            0,
            SweepParameter.PRICE,
            new BigDecimal("15"),
            new BigDecimal("25"),
            new BigDecimal("5"),
            "odd");
    assertEquals(
        List.of("15 4000.00", "20 4000.00", "25 3000.00"),
        swept(auctionId, replay(auctionId, price, change(bid.id()))));
  }

  private List<String> swept(UUID auctionId, Replay queued) {
    return bench
        .act(() -> desk.again(auctionId, queued.id()).sweep(point -> {}, () -> false))
        .stream()
        .map(point -> point.value().toPlainString() + " " + point.revenue())
        .toList();
  }

  @Test
  void everyFault_isNamedAtOnce_whereTheChangeCanMendIt() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = submitted(auctionId);
    bench.cleared(auctionId);
    ReplayRequest request =
        new ReplayRequest(
            List.of(
                change(
                    bid.id(),
                    BlockOrderChange.withdrawn("base"),
                    put("odd", "50.0000001", "99999", "1.5", "nobody", null, false, 25, 25),
                    put("odd", "1", "1", 1),
                    BlockOrderChange.withdrawn("never"),
                    put("bad name", "-5", "1", null, null, "also bad", true, 1),
                    new BlockOrderChange("empty", null, null, null, null, null, null, null),
                    put("self", "1", "1", null, "self", null, false, 1)),
                change(null),
                new Change(
                    null, "NORD", BidSide.SELL, true, List.of(), List.of(put("x", "1", "1", 1)))),
            new Sweep(
                0, SweepParameter.PRICE, BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE, "base"));
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> bench.act(() -> desk.replay(auctionId, request)));
    assertEquals(ProblemCode.VALIDATION_FAILED, refused.code());
    List<String> named =
        refused.faults().stream().map(fault -> fault.field() + " " + fault.code()).toList();
    for (String expected :
        List.of(
            "/changes/0/blockOrders/1/profile/0/block unknown_block",
            "/changes/0/blockOrders/1/profile/1/block duplicate_block",
            "/changes/0/blockOrders/1/profile/0/quantity lot",
            "/changes/0/blockOrders/1/price price_limit",
            "/changes/0/blockOrders/1/minimumAcceptanceRatio ratio",
            "/changes/0/blockOrders/1/parent unknown_parent",
            "/changes/0/blockOrders/1/parent order_type",
            "/changes/0/blockOrders/2/id duplicate_id",
            "/changes/0/blockOrders/3/id unknown_block_order",
            "/changes/0/blockOrders/4/id name",
            "/changes/0/blockOrders/4/profile/0/quantity positive",
            "/changes/0/blockOrders/4/exclusiveGroup name",
            "/changes/0/blockOrders/4/flexible flexible",
            "/changes/0/blockOrders/5/profile required",
            "/changes/0/blockOrders/5/price required",
            "/changes/0/blockOrders/6/parent circle",
            "/changes/1/blocks required",
            "/changes/2/withdraw unknown_bid",
            "/sweep/blockOrder unknown_block_order")) {
      assertTrue(named.contains(expected), expected + " is missing in " + named);
    }
    assertEquals(named.size(), named.stream().distinct().count(), named.toString());
  }

  @Test
  void aSweepOfCurves_needsACurve() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = submitted(auctionId);
    bench.cleared(auctionId);
    Sweep sweep =
        new Sweep(0, SweepParameter.PRICE, BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE);
    ProblemException refused =
        assertThrows(ProblemException.class, () -> replay(auctionId, sweep, change(bid.id())));
    assertEquals(
        List.of("/sweep/blockOrder required"),
        refused.faults().stream().map(fault -> fault.field() + " " + fault.code()).toList());
  }

  @Test
  void anotherOrganisation_seesNothingOfThem() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = submitted(auctionId);
    bench.cleared(auctionId);
    Replay replay = replay(auctionId, null, change(bid.id(), put("base", "30", "26", 1, 2)));
    assertEquals(
        BlockDecision.ACCEPTED,
        Objects.requireNonNull(replay.outcome().blockOrders().get(0).after()).decision());
    Caller rival = bench.rival();
    assertEquals(2, bench.rows(bench.world.caller(), "replay_block_order"));
    assertEquals(0, bench.rows(rival, "replay_block_order"));
    ProblemException unknown =
        assertThrows(
            ProblemException.class,
            () -> bench.transactions.callAs(rival, () -> desk.require(auctionId, replay.id())));
    assertEquals(ProblemCode.NOT_FOUND, unknown.code());
  }
}
