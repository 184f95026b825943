package energy.optibid.clearing.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.clearing.BlockLimit;
import energy.optibid.clearing.BlockResult;
import energy.optibid.clearing.BlockSearch;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.Replay;
import energy.optibid.clearing.ReplayOutcome.BlockChange;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.clearing.ReplayRequest.Change;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.Search;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * A day whose blocks are left to the engine, on a real PostgreSQL. NORD buys 100 MW in each of 24
 * hours and is offered 60 at 20.00 and 60 at 50.00. A block of 50 in the first hour at 30 would
 * gain at 50, the price without it, and lose at 20, the price with it; one at 60 is too dear.
 */
class BlockRunIT {
  private final ClearingBench bench =
      new ClearingBench(
          List.of(
              BlockOrder.whole(
                  "Paradox", "NORD", Side.SELL, Price.of("30"), Map.of(1, Power.ofMegawatts("50"))),
              BlockOrder.whole(
                  "Too dear",
                  "NORD",
                  Side.SELL,
                  Price.of("60"),
                  Map.of(1, Power.ofMegawatts("5"), 2, Power.ofMegawatts("5")))));
  private final RunDesk runs = bench.runs;
  private final ReplayDesk desk = bench.replays;

  @Test
  void aRun_decidesAboutBlocksAndSaysWhy() {
    UUID auctionId = bench.world.openAuction();
    ClearingRun run = bench.cleared(auctionId);
    BlockSearch search = Objects.requireNonNull(run.search());
    assertEquals(Search.End.OPTIMAL, search.end());
    assertEquals(0, search.gap().signum());
    assertTrue(run.verified());

    List<BlockResult> blocks = bench.act(() -> runs.blocks(run.id(), null, 10)).items();
    BlockResult paradox = blocks.get(0);
    assertEquals(BlockDecision.PARADOXICALLY_REJECTED, paradox.decision());
    assertEquals(new BigDecimal("1000.00"), paradox.surplus());
    assertEquals(new BigDecimal("20.00"), paradox.distance());
    assertTrue(paradox.sentence().contains("would gain 1000.00 EUR"), paradox.sentence());
    BlockResult dear = blocks.get(1);
    assertEquals(BlockDecision.OUT_OF_THE_MONEY, dear.decision());
    assertEquals(new BigDecimal("-10.00"), dear.distance());
    assertEquals(new BigDecimal("10"), dear.offeredMwh());
    assertTrue(dear.sentence().contains("had to be 50.00"), dear.sentence());
    Page<BlockResult> first = bench.act(() -> runs.blocks(run.id(), null, 1));
    assertEquals(List.of(paradox), first.items());
    assertEquals(
        List.of(dear), bench.act(() -> runs.blocks(run.id(), first.nextCursor(), 1)).items());
  }

  @Test
  void acceptanceLimit_isWhatTheBlockWouldBePaid() {
    UUID auctionId = bench.world.openAuction();
    ClearingRun run = bench.cleared(auctionId);
    assertEquals(
        new BlockLimit("Paradox", new BigDecimal("20.00"), true, 3),
        bench.act(() -> desk.acceptanceLimit(run.id(), "Paradox")));
    ProblemException unknown =
        assertThrows(
            ProblemException.class,
            () -> bench.act(() -> desk.acceptanceLimit(run.id(), "Nobody")));
    assertEquals(ProblemCode.NOT_FOUND, unknown.code());
  }

  @Test
  void aReplay_namesTheBlocksThatAreDecidedOtherwise() {
    UUID auctionId = bench.world.openAuction();
    bench.cleared(auctionId);
    // with 40 more to be bought the block and the cheap offer are both needed, and 50 is the price
    ReplayRequest request =
        new ReplayRequest(
            List.of(
                new Change(
                    null,
                    "NORD",
                    BidSide.BUY,
                    null,
                    List.of(
                        new BidBlock(
                            1,
                            List.of(new BidPoint(new BigDecimal("4000"), new BigDecimal("40"))))))),
            null);
    Replay replay = bench.act(() -> desk.replay(auctionId, request));
    assertEquals(
        List.of(
            new BlockChange(
                "Paradox",
                "NORD",
                BidSide.SELL,
                BlockDecision.PARADOXICALLY_REJECTED,
                BlockDecision.ACCEPTED,
                BigDecimal.ZERO,
                BigDecimal.ONE)),
        replay.outcome().blocks());
    assertEquals(replay, bench.act(() -> desk.require(auctionId, replay.id())));
  }

  @Test
  void anotherOrganisation_seesNoBlock() {
    UUID auctionId = bench.world.openAuction();
    ClearingRun run = bench.cleared(auctionId);
    Caller rival = bench.rival();
    for (Supplier<Object> call :
        List.<Supplier<Object>>of(
            () -> runs.blocks(run.id(), null, 10),
            () -> desk.acceptanceLimit(run.id(), "Paradox"))) {
      ProblemException unknown =
          assertThrows(ProblemException.class, () -> bench.transactions.callAs(rival, call));
      assertEquals(ProblemCode.NOT_FOUND, unknown.code());
    }
  }
}
