package energy.optibid.clearing.adapter;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.clearing.ReplayRequest.Change;
import energy.optibid.clearing.domain.MergedBlockOrders;
import energy.optibid.clearing.domain.ReplayRules;
import energy.optibid.engine.market.ClearingParameters;
import energy.optibid.market.Auction;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a replay is refused for: its own rules, and those of bids for what it changes in them. */
final class ReplayChecks {
  private final Bidding bidding;
  private final RunRules runRules;

  ReplayChecks(Bidding bidding, RunRules runRules) {
    this.bidding = bidding;
    this.runRules = runRules;
  }

  /**
   * Refuses a request with every fault it has.
   *
   * @param own the bids that took part in the run
   * @throws ProblemException {@code validation_failed}
   */
  void require(Auction auction, ClearingRun run, List<SubmittedBid> own, ReplayRequest request) {
    // what two orders of a circle say is said once
    Set<Fault> faults =
        new LinkedHashSet<>(
            ReplayRules.validate(request, own, ClearingParameters.of(runRules.of(run, auction))));
    for (int i = 0; i < request.changes().size(); i++) {
      Change change = request.changes().get(i);
      SubmittedBid bid = ReplayRules.bid(own, change).orElse(null);
      if (change.bidId() == null || bid != null) {
        orderFaults(auction, "/changes/" + i, change, bid, faults);
      }
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          faults.size() == 1
              ? faults.iterator().next().message()
              : "The replay has " + faults.size() + " faults.",
          List.copyOf(faults));
    }
  }

  /** A bid that was may lose the curve of a block; what is missing elsewhere is said already. */
  private void orderFaults(
      Auction auction, String at, Change change, @Nullable SubmittedBid bid, Set<Fault> faults) {
    MergedBlockOrders orders =
        MergedBlockOrders.of(
            bid == null ? List.of() : bid.content().blockOrders(),
            change.withdraws() ? List.of() : change.orders());
    faults.addAll(orders.faults(at));
    BidDraft draft =
        new BidDraft(
            auction.id(),
            null,
            bid == null ? change.areaCode() : bid.content().areaCode(),
            bid == null ? change.side() : bid.content().side(),
            null,
            change.blocks().stream().map(ReplayChecks::draft).toList(),
            false,
            change.withdraws() ? List.of() : orders.drafts());
    for (BidFault fault : bidding.validateOrders(draft)) {
      boolean ofBlockOrders = fault.field().startsWith("/blockOrders");
      boolean required = fault.code().equals("required");
      boolean empty = required && !ofBlockOrders && fault.field().endsWith("/points");
      boolean missing = required && fault.field().equals("/areaCode");
      if (ofBlockOrders) {
        faults.add(orders.addressed(at, fault));
      } else if (!empty && !missing) {
        faults.add(new Fault(at + fault.field(), fault.code(), fault.message()));
      }
    }
  }

  private static BidDraft.Block draft(BidBlock block) {
    return new BidDraft.Block(
        block.block(),
        block.points().stream()
            .map(point -> new BidDraft.Point(point.price(), point.quantity()))
            .toList());
  }
}
