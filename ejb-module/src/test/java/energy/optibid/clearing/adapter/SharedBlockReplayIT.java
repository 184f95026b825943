package energy.optibid.clearing.adapter;

import static energy.optibid.clearing.adapter.SharedAuctionBench.curve;
import static energy.optibid.clearing.adapter.SharedAuctionBench.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.clearing.BlockOrderOutcome;
import energy.optibid.clearing.Replay;
import energy.optibid.clearing.ReplayOutcome;
import energy.optibid.clearing.ReplayOutcome.OrderResult;
import energy.optibid.clearing.ReplayOutcome.OwnBlockOrder;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.clearing.ReplayRequest.BlockOrderChange;
import energy.optibid.clearing.ReplayRequest.Change;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Block orders changed in a shared auction in which a rival has block orders too. INR, MW. */
class SharedBlockReplayIT {
  private final SharedAuctionBench bench = new SharedAuctionBench();

  private static ReplayRequest request(UUID bid, String id, String megawatts, String price) {
    return request(
        bid,
        new BlockOrderChange(
            id,
            null,
            List.of(new BlockQuantity(1, new BigDecimal(megawatts))),
            new BigDecimal(price),
            null,
            null,
            null,
            null));
  }

  private static ReplayRequest request(UUID bid, BlockOrderChange... orders) {
    return new ReplayRequest(
        List.of(new Change(bid, null, null, null, List.of(), List.of(orders))), null);
  }

  private static BlockDecision decision(List<BlockOrderOutcome> outcomes, String id) {
    return outcomes.stream()
        .filter(outcome -> outcome.blockOrder().equals(id))
        .map(BlockOrderOutcome::decision)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ownBlockOrders_areDecidedAnew_andTheRivalsStayAsAwarded() {
    // 30 of the trader leave 10 to the gas at 5,000; the rival's 20 would push it out and lose
    UUID own = bench.submit(bench.trader, null, order("MINE", "30", "3000"));
    UUID theirs = bench.submit(bench.rival, null, order("THEIRS", "20", "4000"));
    bench.publish();
    assertEquals(BlockDecision.ACCEPTED, decision(bench.outcomes(bench.trader, own), "MINE"));
    assertEquals(
        BlockDecision.PARADOXICALLY_REJECTED,
        decision(bench.outcomes(bench.rival, theirs), "THEIRS"));

    Replay replay =
        bench.as(
            bench.trader,
            () -> bench.replays.replay(bench.auctionId, request(own, "MINE", "35", "4500")));

    ReplayOutcome outcome = replay.outcome();
    assertTrue(outcome.approximate());
    assertEquals(0, outcome.publishedGap().signum());
    assertEquals(new BigDecimal("5000.00"), outcome.areas().get(0).before().get(0));
    assertEquals(new BigDecimal("5000.00"), outcome.areas().get(0).after().get(0));
    OwnBlockOrder mine = outcome.blockOrders().get(0);
    assertEquals(1, outcome.blockOrders().size());
    OrderResult before = Objects.requireNonNull(mine.before());
    OrderResult after = Objects.requireNonNull(mine.after());
    assertEquals(BlockDecision.ACCEPTED, before.decision());
    assertEquals(new BigDecimal("7.5"), before.acceptedMwh());
    assertEquals(new BigDecimal("37500.00"), before.revenue());
    // decided afresh the rival's 20 would gain more and keep the dearer 35 out
    assertEquals(BlockDecision.ACCEPTED, after.decision());
    assertEquals(new BigDecimal("43750.00"), after.revenue());
    assertEquals(new BigDecimal("37500.00"), outcome.revenueBefore());
    assertEquals(new BigDecimal("43750.00"), outcome.revenueAfter());
    assertEquals(List.of(), outcome.blocks());
    String said = outcome.toString();
    assertFalse(said.contains("THEIRS") || said.contains(theirs.toString()), said);
    assertEquals(
        replay, bench.as(bench.trader, () -> bench.replays.require(bench.auctionId, replay.id())));
  }

  @Test
  void aParent_isNotTakenOutWithoutItsChild() {
    UUID own =
        bench.submit(
            bench.trader,
            null,
            order("base", "20", "1000"),
            new BidBlockOrder(
                "child",
                List.of(new BlockQuantity(1, BigDecimal.TEN)),
                new BigDecimal("1500"),
                BigDecimal.ONE,
                "base",
                null,
                false));
    bench.submit(bench.rival, null, order("THEIRS", "20", "9000"));
    bench.publish();
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                bench.as(
                    bench.trader,
                    () ->
                        bench.replays.replay(
                            bench.auctionId, request(own, BlockOrderChange.withdrawn("base")))));
    assertEquals(
        List.of(
            new Fault(
                "/changes/0/blockOrders/0/withdraw",
                "unknown_parent",
                "child is linked to base: take it out too, or link it to another block order.")),
        refused.faults());
    Replay replay =
        bench.as(
            bench.trader,
            () ->
                bench.replays.replay(
                    bench.auctionId,
                    request(
                        own,
                        BlockOrderChange.withdrawn("base"),
                        BlockOrderChange.withdrawn("child"))));
    assertEquals(new BigDecimal("0.00"), replay.outcome().revenueAfter());
    assertEquals(
        replay.outcome().areas().get(0).without(), replay.outcome().areas().get(0).after());
  }

  @Test
  void aReplay_isNobodyElses() {
    UUID own = bench.submit(bench.trader, curve("1000", "5"), order("MINE", "30", "3000"));
    UUID theirs = bench.submit(bench.rival, null, order("THEIRS", "20", "9000"));
    bench.publish();
    Replay replay =
        bench.as(
            bench.trader,
            () -> bench.replays.replay(bench.auctionId, request(own, "NEW", "5", "1000")));
    assertNotNull(replay.outcome().blockOrders().get(1).after());
    for (String table : List.of("replay", "replay_bid", "replay_block_order")) {
      assertTrue(bench.rows(bench.trader, table) > 0, table);
      assertEquals(0, bench.rows(bench.rival, table), table);
    }
    ProblemException unknown =
        assertThrows(
            ProblemException.class,
            () -> bench.as(bench.rival, () -> bench.replays.require(bench.auctionId, replay.id())));
    assertEquals(ProblemCode.NOT_FOUND, unknown.code());
    // a rival's bid is as unknown as one that never was
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                bench.as(
                    bench.trader,
                    () ->
                        bench.replays.replay(
                            bench.auctionId, request(theirs, "THEIRS", "20", "1000"))));
    assertEquals(
        List.of("/changes/0/bidId unknown_bid"),
        refused.faults().stream().map(fault -> fault.field() + " " + fault.code()).toList());
  }
}
