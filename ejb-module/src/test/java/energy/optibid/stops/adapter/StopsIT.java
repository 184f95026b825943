package energy.optibid.stops.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidView;
import energy.optibid.jobs.JobStopped;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.stops.StopInput;
import energy.optibid.stops.StopPreview;
import energy.optibid.stops.StopScope;
import energy.optibid.stops.StoppedBid;
import energy.optibid.stops.StoppedBid.Outcome;
import energy.optibid.stops.TradingStop;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** From the red button to the last bid that comes back, and on again. */
class StopsIT {
  private final StopBench bench = new StopBench();
  private final Caller owner = bench.world.caller();

  @Test
  void aStop_withdrawsWhatIsAtTheVenue_andLetsNothingMoreThrough() {
    UUID auctionId = bench.world.openAuction();
    BidView there = bench.submitted(auctionId);
    BidView draft = bench.draft(owner, auctionId);
    StopPreview preview =
        bench.act(() -> bench.desk.preview(StopScope.ASSET, bench.world.assetId()));
    assertEquals(new StopPreview("Plant", 1, 0, false), preview);

    TradingStop stop = bench.place(StopScope.ASSET, bench.world.assetId());
    Fault fault = stopped(() -> bench.submit(owner, draft));
    assertEquals("/assetId", fault.field());
    assertTrue(fault.message().contains("Plant has been stopped by Test user"), fault.message());
    assertTrue(fault.message().endsWith(": The model went wild"), fault.message());
    stopped(() -> bench.act(() -> bench.bidding.requestApproval(draft.id(), draft.version())));

    bench.work(stop);
    assertEquals(List.of(), bench.act(() -> bench.bidding.acknowledged(auctionId)));
    assertEquals("withdrawn", bench.act(() -> bench.bidding.require(there.id())).state());
    TradingStop swept = bench.act(() -> bench.desk.require(stop.id()));
    assertNotNull(swept.sweptAt());
    assertEquals(new TradingStop.Tally(1, 0, 0), swept.bids());
    assertEquals(Outcome.WITHDRAWN, outcomes(stop).get(0).outcome());
  }

  @Test
  void whatTheVenueCannotGiveBack_isListed() {
    UUID closed = bench.world.openAuction();
    BidView late = bench.submitted(closed);
    bench.act(() -> bench.world.auctions().closeGate(closed));
    BidView early = bench.submitted(bench.world.openAuction());
    assertEquals(
        1, bench.act(() -> bench.desk.preview(StopScope.ORGANIZATION, null)).beyondReach());
    TradingStop stop = bench.place(StopScope.ORGANIZATION, null);
    bench.work(stop);
    List<StoppedBid> outcomes = outcomes(stop);
    assertEquals(List.of(early.id(), late.id()), outcomes.stream().map(StoppedBid::bidId).toList());
    assertEquals(Outcome.KEPT, outcomes.get(1).outcome());
    assertEquals("The gate is closed.", outcomes.get(1).detail());
    assertEquals(1, bench.act(() -> bench.bidding.acknowledged(closed)).size());
  }

  @Test
  void aTradersStop_isAboutWhatTheyWroteOrSubmitted() {
    UUID auctionId = bench.world.openAuction();
    Caller bo = bench.colleague();
    BidView written = bench.submit(owner, bench.draft(bo, auctionId));
    BidView carried = bench.submit(bo, bench.draft(owner, auctionId));
    BidView apart = bench.submitted(auctionId);
    TradingStop stop = bench.place(StopScope.TRADER, bo.userId());
    bench.work(stop);
    assertEquals(
        List.of(carried.id(), written.id()),
        outcomes(stop).stream().map(StoppedBid::bidId).toList());
    assertEquals(
        List.of(apart.id()),
        bench.act(() -> bench.bidding.acknowledged(auctionId)).stream()
            .map(bid -> bid.bidId())
            .toList());
    stopped(() -> bench.submit(owner, bench.draft(bo, auctionId)));
    stopped(() -> bench.submit(bo, bench.draft(owner, auctionId)));
    bench.submitted(auctionId);
  }

  @Test
  void aReleasedStop_letsTradingGoOn_andStaysOnRecord() {
    UUID auctionId = bench.world.openAuction();
    TradingStop stop = bench.place(StopScope.ORGANIZATION, null);
    assertEquals(ProblemCode.CONFLICT, code(() -> bench.place(StopScope.ORGANIZATION, null)));
    assertEquals(
        ProblemCode.VALIDATION_FAILED,
        code(() -> bench.act(() -> bench.desk.release(stop.id(), " "))));
    Caller bo = bench.colleague();
    TradingStop released =
        bench.transactions.callAs(bo, () -> bench.desk.release(stop.id(), "Checked"));
    assertFalse(released.stands());
    assertEquals("Bo", Objects.requireNonNull(released.release()).by().name());
    assertEquals(
        ProblemCode.ILLEGAL_TRANSITION,
        code(() -> bench.act(() -> bench.desk.release(stop.id(), "Again"))));
    bench.submitted(auctionId);
    assertEquals(List.of(), bench.act(() -> bench.desk.list(true, null, 10)).items());
    assertEquals(1, bench.act(() -> bench.desk.list(null, null, 10)).items().size());
    // the same may be stopped once more
    bench.place(StopScope.ORGANIZATION, null);
  }

  @Test
  void aReleaseBeforeTheSweepIsDone_leavesTheRestAtTheVenue() {
    UUID auctionId = bench.world.openAuction();
    bench.submitted(auctionId);
    bench.submitted(auctionId);
    TradingStop stop = bench.place(StopScope.ORGANIZATION, null);
    AtomicInteger steps = new AtomicInteger();
    bench.work(
        stop,
        () -> {
          if (steps.incrementAndGet() == 2) {
            bench.act(() -> bench.desk.release(stop.id(), "A false alarm"));
          }
        });
    assertEquals(1, bench.act(() -> bench.bidding.acknowledged(auctionId)).size());
  }

  @Test
  void aSweepThatIsInterrupted_goesOnWhereItEnded() {
    UUID auctionId = bench.world.openAuction();
    for (int i = 0; i < 3; i++) {
      bench.submitted(auctionId);
    }
    TradingStop stop = bench.place(StopScope.ORGANIZATION, null);
    AtomicInteger steps = new AtomicInteger();
    assertThrows(
        JobStopped.class,
        () ->
            bench.work(
                stop,
                () -> {
                  if (steps.incrementAndGet() == 2) {
                    throw new JobStopped("the server stops");
                  }
                }));
    assertEquals(1, outcomes(stop).size());
    assertEquals(3, bench.work(stop).getInt("withdrawn"));
    assertEquals(3, bench.work(stop).getInt("withdrawn"));
    assertEquals(3, outcomes(stop).size());
  }

  /** Whoever was told "submitted" is withdrawn; whoever came later was told so. */
  @Test
  void noSubmissionSlipsPastAStop() throws Exception {
    ExecutorService desk = Executors.newFixedThreadPool(3);
    List<String> told = new ArrayList<>();
    try {
      for (int round = 0; round < 100; round++) {
        UUID auctionId = bench.world.openAuction();
        BidView one = bench.draft(owner, auctionId);
        BidView two = bench.draft(owner, auctionId);
        CyclicBarrier start = new CyclicBarrier(3);
        Future<String> first = desk.submit(() -> answer(start, one));
        Future<String> second = desk.submit(() -> answer(start, two));
        Future<TradingStop> placed =
            desk.submit(
                () -> {
                  start.await();
                  TradingStop stop = bench.place(StopScope.ORGANIZATION, null);
                  bench.work(stop);
                  return stop;
                });
        List<String> answers = List.of(first.get(), second.get());
        TradingStop stop = placed.get();
        assertEquals(
            List.of(), bench.act(() -> bench.bidding.acknowledged(auctionId)), "round " + round);
        assertEquals(Collections.frequency(answers, "submitted"), outcomes(stop).size());
        told.addAll(answers);
        bench.act(() -> bench.desk.release(stop.id(), "Next round"));
      }
    } finally {
      desk.shutdownNow();
    }
    assertTrue(told.contains("submitted") && told.contains("stopped"), told.toString());
  }

  private String answer(CyclicBarrier start, BidView bid) throws Exception {
    start.await();
    try {
      bench.submit(owner, bid);
      return "submitted";
    } catch (ProblemException refused) {
      return refused.faults().get(0).code();
    }
  }

  @Test
  void aStopIsRefusedWithEveryFault_andIsNobodyElsesBusiness() {
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> bench.act(() -> bench.desk.place(new StopInput(StopScope.TRADER, null, " "))));
    assertEquals(
        List.of("/subjectId", "/reason"), refused.faults().stream().map(Fault::field).toList());
    Caller rival = Tenants.create(PostgresServer.shared());
    assertEquals(
        ProblemCode.VALIDATION_FAILED, code(() -> bench.place(StopScope.TRADER, rival.userId())));
    TradingStop stop = bench.place(StopScope.ORGANIZATION, null);
    for (Executable foreign :
        List.<Executable>of(
            () -> bench.transactions.callAs(rival, () -> bench.desk.require(stop.id())),
            () -> bench.transactions.callAs(rival, () -> bench.desk.bids(stop.id(), null, 5)),
            () -> bench.transactions.callAs(rival, () -> bench.desk.release(stop.id(), "Mine")))) {
      assertEquals(ProblemCode.NOT_FOUND, code(foreign));
    }
    assertEquals(
        List.of(), bench.transactions.callAs(rival, () -> bench.desk.list(null, null, 5)).items());
  }

  private List<StoppedBid> outcomes(TradingStop stop) {
    return bench.act(() -> bench.desk.bids(stop.id(), null, 50)).items();
  }

  private static Fault stopped(Executable call) {
    ProblemException refused = assertThrows(ProblemException.class, call);
    assertEquals("stopped", refused.faults().get(0).code());
    return refused.faults().get(0);
  }

  private static ProblemCode code(Executable call) {
    return assertThrows(ProblemException.class, call).code();
  }
}
