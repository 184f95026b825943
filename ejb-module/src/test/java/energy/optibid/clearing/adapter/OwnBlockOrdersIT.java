package energy.optibid.clearing.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidDraft.BlockOrder;
import energy.optibid.bidding.BidDraft.Quantity;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.BidView;
import energy.optibid.clearing.Award;
import energy.optibid.clearing.AwardReason;
import energy.optibid.clearing.BlockOrderOutcome;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.Replay;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.clearing.ReplayRequest.Change;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.settlement.domain.PositionSums;
import energy.optibid.settlement.domain.PositionSums.Part;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Block orders of a bid from the desk to the money, on a real PostgreSQL. NORD buys 100 MW in each
 * of 24 hours and is offered 60 at 20.00 and 60 at 50.00, so that 50.00 is the price.
 */
class OwnBlockOrdersIT {
  private final ClearingBench bench = new ClearingBench();

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

  /** 30 MW over two hours that gain, 50 MW that would not be taken without moving the price. */
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
            List.of(
                order("base", "30", "25", 1, 2),
                order("odd", "50", "30", 3),
                order("dear", "5", "60", 4)));
    BidView bid = bench.act(() -> bench.bidding.create(draft));
    assertEquals(bid, bench.act(() -> bench.bidding.require(bid.id())));
    return bench.act(() -> bench.bidding.submit(bid.id(), bid.version()));
  }

  @Test
  void blockOrders_areDecidedWithTheDay_andSayWhy() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = submitted(auctionId);
    ClearingRun run = bench.cleared(auctionId);
    assertTrue(run.verified());
    List<BlockOrderOutcome> outcomes = bench.act(() -> bench.awards.blockOrdersOfBid(bid.id()));
    assertEquals(
        List.of("base", "dear", "odd"),
        outcomes.stream().map(BlockOrderOutcome::blockOrder).toList());
    BlockOrderOutcome base = outcomes.get(0);
    assertEquals(BlockDecision.ACCEPTED, base.decision());
    assertEquals(new BigDecimal("1500.00"), base.surplus());
    assertEquals(new BigDecimal("60"), base.acceptedMwh());
    assertEquals(BlockDecision.OUT_OF_THE_MONEY, outcomes.get(1).decision());
    BlockOrderOutcome odd = outcomes.get(2);
    assertEquals(BlockDecision.PARADOXICALLY_REJECTED, odd.decision());
    assertEquals(new BigDecimal("1000.00"), odd.surplus());
    assertEquals(new BigDecimal("30.00"), odd.price());
    assertTrue(odd.sentence().contains("would gain 1000.00 EUR"), odd.sentence());
    // the run's own list of blocks, which others may read, names none of them
    assertEquals(List.of(), bench.act(() -> bench.runs.blocks(run.id(), null, 10)).items());
  }

  @Test
  void awards_areMadeByOrderAndBlock_andCountInThePosition() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = submitted(auctionId);
    bench.cleared(auctionId);
    List<Award> awards = bench.act(() -> bench.awards.ofBid(bid.id()));
    assertEquals(4, awards.size());
    Award first = awards.get(0);
    assertEquals("base", first.blockOrder());
    assertEquals(1, first.block());
    assertEquals(new BigDecimal("30"), first.acceptedMwh());
    assertEquals(new BigDecimal("1500.00"), first.amount());
    assertEquals(AwardReason.IN_THE_MONEY, first.reason());
    assertEquals(AwardReason.PARADOXICALLY_REJECTED, awards.get(2).reason());
    assertEquals(AwardReason.OUT_OF_THE_MONEY, awards.get(3).reason());
    assertEquals(
        new BigDecimal("3000.00"),
        PositionSums.of(auctionId, "EUR", awards.stream().map(Part::of).toList(), id -> "Plant")
            .total());
    List<Award> paged = new ArrayList<>();
    String cursor = null;
    do {
      String after = cursor;
      Page<Award> page = bench.act(() -> bench.awards.list(null, bid.id(), null, after, 1));
      paged.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    assertEquals(awards, paged);
  }

  @Test
  void aReplay_keepsBlockOrdersWithTheirBid() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = submitted(auctionId);
    BidView curve = bench.submitted(auctionId, 1, "10", "5");
    bench.cleared(auctionId);
    Replay without =
        bench.act(
            () ->
                bench.replays.replay(
                    auctionId,
                    new ReplayRequest(
                        List.of(new Change(bid.id(), null, null, true, List.of())), null)));
    assertEquals(BigDecimal.ZERO, without.outcome().publishedGap().stripTrailingZeros());
    var outcome =
        without.outcome().bids().stream()
            .filter(one -> Objects.equals(one.bidId(), bid.id()))
            .findFirst()
            .orElseThrow();
    assertEquals(new BigDecimal("3000.00"), outcome.revenueBefore());
    assertEquals(new BigDecimal("0.00"), outcome.revenueAfter());
    assertEquals(new BigDecimal("30"), outcome.acceptedBefore().get(0));
    assertTrue(
        without.outcome().bids().stream().anyMatch(one -> Objects.equals(one.bidId(), curve.id())));
  }

  @Test
  void anotherOrganisation_seesNothingOfThem() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = submitted(auctionId);
    bench.cleared(auctionId);
    Caller rival = bench.rival();
    ProblemException unknown =
        assertThrows(
            ProblemException.class,
            () -> bench.transactions.callAs(rival, () -> bench.awards.blockOrdersOfBid(bid.id())));
    assertEquals(ProblemCode.NOT_FOUND, unknown.code());
    assertEquals(0, bench.rows(rival, "award_block_order"));
    assertEquals(3, bench.rows(bench.world.caller(), "award_block_order"));
  }
}
