package energy.optibid.clearing.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidQuery;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.shared.Caller;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A bid from its draft to the gate on a real PostgreSQL, and who is told what at the gate. */
class BidLifecycleIT {
  private final ClearingBench bench = new ClearingBench();
  private final Bidding bidding = bench.bidding;

  @Test
  void theVenueKeepsTheOldVersionUntilTheNewOneIsSubmitted() {
    UUID auctionId = bench.world.openAuction();
    BidView first = bench.submitted(auctionId, 1, "10", "5");
    BidView amended =
        bench.act(
            () -> bidding.amend(first.id(), first.version(), bench.sell(auctionId, 1, "10", "7")));
    assertEquals("draft", amended.state());
    assertEquals(2, amended.versionNumber());
    assertEquals(1, bench.act(() -> bidding.acknowledged(auctionId)).get(0).versionNumber());
    bench.act(() -> bidding.submit(first.id(), amended.version()));
    assertEquals(1, bench.act(() -> bidding.acknowledged(auctionId)).size());
    assertEquals(2, bench.act(() -> bidding.acknowledged(auctionId)).get(0).versionNumber());
    assertEquals(2, bench.act(() -> bidding.versions(first.id())).size());
  }

  @Test
  void aStaleVersionIsRefusedAndAForeignBidUnknown() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = bench.submitted(auctionId, 1, "10", "5");
    ProblemException stale =
        assertThrows(ProblemException.class, () -> bench.act(() -> bidding.cancel(bid.id(), 0)));
    assertEquals(ProblemCode.PRECONDITION_FAILED, stale.code());

    Caller rival = bench.rival();
    ProblemException unknown =
        assertThrows(
            ProblemException.class,
            () -> bench.transactions.callAs(rival, () -> bidding.require(bid.id())));
    assertEquals(ProblemCode.NOT_FOUND, unknown.code());
  }

  @Test
  void bidsAreListedByTheDayAndTheExchangeOfTheirAuctions() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = bench.submitted(auctionId, 1, "10", "5");
    LocalDate day = bid.deliveryDay();
    assertEquals(List.of(bid.id()), listed(new BidQuery(null, null, "gme-mgp", day, null)));
    assertEquals(List.of(), listed(new BidQuery(null, null, null, day.plusDays(1), null)));
    // an imported day is no exchange's
    assertEquals(List.of(), listed(new BidQuery(null, UUID.randomUUID(), null, day, null)));
    assertEquals(List.of(), listed(new BidQuery(null, null, "iex-dam", day, null)));
    assertEquals(List.of(bid.id()), listed(BidQuery.ALL));
  }

  private List<UUID> listed(BidQuery query) {
    return bench.act(() -> bidding.list(query, null, 10)).items().stream()
        .map(BidView::id)
        .toList();
  }

  @Test
  void twoBidsTogetherMayNotExceedTheAsset() {
    UUID auctionId = bench.world.openAuction();
    BidView half = bench.submitted(auctionId, 1, "10", "300");
    assertNotNull(half.submission());
    BidView other = bench.act(() -> bidding.create(bench.sell(auctionId, 1, "20", "300")));
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> bench.act(() -> bidding.submit(other.id(), other.version())));
    assertEquals("capability", refused.faults().get(0).code());
    assertEquals("draft", bench.act(() -> bidding.require(other.id())).state());
  }

  /** An asset of 500 MW and six bids of 100 MW at once: five go, whatever the order. */
  @Test
  void ofBidsThatRaceForTheLastMegawatt_oneGoesWithout() throws Exception {
    UUID auctionId = bench.world.openAuction();
    List<BidView> bids = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      bids.add(bench.act(() -> bidding.create(bench.sell(auctionId, 1, "10", "100"))));
    }
    CyclicBarrier start = new CyclicBarrier(bids.size());
    List<String> told = new ArrayList<>();
    ExecutorService desk = Executors.newFixedThreadPool(bids.size());
    try {
      List<Future<String>> answers =
          bids.stream().map(bid -> desk.submit(() -> answer(start, bid))).toList();
      for (Future<String> answer : answers) {
        told.add(answer.get());
      }
    } finally {
      desk.shutdownNow();
    }
    assertEquals(5, Collections.frequency(told, "approved"), told.toString());
    assertEquals(1, Collections.frequency(told, "capability"), told.toString());
    assertEquals(5, bench.act(() -> bidding.acknowledged(auctionId)).size());
  }

  private String answer(CyclicBarrier start, BidView bid) throws Exception {
    start.await();
    try {
      return bench.act(() -> bidding.submit(bid.id(), bid.version())).state();
    } catch (ProblemException refused) {
      return refused.faults().get(0).code();
    }
  }

  /** Whoever was told "acknowledged" is in the run; whoever was too late was told so. */
  @Test
  void noBidSlipsPastTheGateAndNoneIsLost() throws Exception {
    ExecutorService desk = Executors.newFixedThreadPool(3);
    int accepted = 0;
    int refused = 0;
    try {
      for (int round = 0; round < 200; round++) {
        UUID auctionId = bench.world.openAuction();
        BidView first = bench.act(() -> bidding.create(bench.sell(auctionId, 1, "10", "5")));
        BidView second = bench.act(() -> bidding.create(bench.sell(auctionId, 1, "11", "6")));
        CyclicBarrier start = new CyclicBarrier(3);
        Future<Boolean> one = desk.submit(() -> submits(start, first));
        Future<Boolean> two = desk.submit(() -> submits(start, second));
        Future<Set<UUID>> gate = desk.submit(() -> closes(start, auctionId));
        Set<UUID> told = new HashSet<>();
        if (one.get()) {
          told.add(first.id());
        }
        if (two.get()) {
          told.add(second.id());
        }
        assertEquals(told, gate.get(), "in round " + round);
        accepted += told.size();
        refused += 2 - told.size();
      }
    } finally {
      desk.shutdownNow();
    }
    assertTrue(accepted > 0 && refused > 0, accepted + " accepted, " + refused + " refused");
  }

  private boolean submits(CyclicBarrier start, BidView bid) throws Exception {
    start.await();
    try {
      bench.act(() -> bidding.submit(bid.id(), bid.version()));
      return true;
    } catch (ProblemException late) {
      assertEquals(ProblemCode.GATE_CLOSED, late.code());
      return false;
    }
  }

  /** Closes the gate and says, once it is closed, which bids the run would read. */
  private Set<UUID> closes(CyclicBarrier start, UUID auctionId) throws Exception {
    start.await();
    bench.act(() -> bench.runs.start(auctionId));
    Set<UUID> read = new HashSet<>();
    bench.act(() -> bidding.acknowledged(auctionId)).forEach(bid -> read.add(bid.bidId()));
    return read;
  }
}
