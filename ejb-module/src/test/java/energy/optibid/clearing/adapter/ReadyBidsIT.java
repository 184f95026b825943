package energy.optibid.clearing.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.ReadyBid;
import energy.optibid.bidding.ReadyBid.Outcome;
import energy.optibid.bidding.adapter.ReadyBidDesk;
import energy.optibid.shared.Caller;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** All that is ready goes with one call, and of what does not, the reason is told. */
class ReadyBidsIT {
  private final ClearingBench bench = new ClearingBench();
  private final Bidding bidding = bench.bidding;
  private final ReadyBidDesk desk = new ReadyBidDesk(bench.transactions, bidding, bench.auctions);

  @Test
  void eachBidIsToldWhatBecomesOfIt_andADryRunChangesNothing() {
    UUID auctionId = bench.world.openAuction();
    bench.submitted(auctionId, 1, "10", "300");
    draft(auctionId, "11", "100");
    draft(auctionId, "12", "150");
    BidView waiting = draft(auctionId, "13", "5");
    bench.act(() -> bidding.requestApproval(waiting.id(), waiting.version()));
    BidView gone = draft(auctionId, "14", "5");
    bench.act(() -> bidding.cancel(gone.id(), gone.version()));

    // alone, each of the two drafts fits beside the 300 MW of 500 that are there
    assertEquals(
        List.of(Outcome.ALREADY_THERE, Outcome.READY, Outcome.READY, Outcome.NEEDS_APPROVAL),
        outcomes(as(() -> desk.look(auctionId))));
    assertEquals(1, bench.act(() -> bidding.acknowledged(auctionId)).size());

    List<ReadyBid> sent = as(() -> desk.submit(auctionId));
    assertEquals(
        List.of(Outcome.ALREADY_THERE, Outcome.SUBMITTED, Outcome.REFUSED, Outcome.NEEDS_APPROVAL),
        outcomes(sent));
    assertEquals("capability", sent.get(2).faults().get(0).code());
    assertEquals(2, bench.act(() -> bidding.acknowledged(auctionId)).size());
    // what is there is not sent again
    assertEquals(
        List.of(
            Outcome.ALREADY_THERE, Outcome.ALREADY_THERE, Outcome.REFUSED, Outcome.NEEDS_APPROVAL),
        outcomes(as(() -> desk.submit(auctionId))));
  }

  @Test
  void anAmendedBidGoesAgain() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = bench.submitted(auctionId, 1, "10", "5");
    bench.act(() -> bidding.amend(bid.id(), bid.version(), bench.sell(auctionId, 1, "10", "7")));
    assertEquals(List.of(Outcome.SUBMITTED), outcomes(as(() -> desk.submit(auctionId))));
    assertEquals(2, bench.act(() -> bidding.acknowledged(auctionId)).get(0).versionNumber());
  }

  @Test
  void afterTheGate_eachIsRefusedForIt() {
    UUID auctionId = bench.world.openAuction();
    draft(auctionId, "10", "5");
    bench.act(() -> bench.auctions.closeGate(auctionId));
    List<ReadyBid> late = as(() -> desk.submit(auctionId));
    assertEquals(List.of(Outcome.REFUSED), outcomes(late));
    assertEquals("gate_closed", late.get(0).faults().get(0).code());
  }

  @Test
  void aForeignAuctionIsUnknown() {
    UUID auctionId = bench.world.openAuction();
    Caller rival = bench.rival();
    ProblemException unknown =
        assertThrows(
            ProblemException.class, () -> Tenancy.callAs(rival, () -> desk.submit(auctionId)));
    assertEquals(ProblemCode.NOT_FOUND, unknown.code());
  }

  private BidView draft(UUID auctionId, String price, String megawatts) {
    return bench.act(() -> bidding.create(bench.sell(auctionId, 1, price, megawatts)));
  }

  private static List<Outcome> outcomes(List<ReadyBid> bids) {
    return bids.stream().map(ReadyBid::outcome).toList();
  }

  /** As the caller, outside of a transaction. */
  private <T> T as(Callable<T> work) {
    try {
      return Tenancy.callAs(bench.world.caller(), work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
