package energy.optibid.clearing.adapter;

import energy.optibid.clearing.Award;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.RunState;
import energy.optibid.clearing.domain.AwardLine;
import energy.optibid.market.Auction;
import energy.optibid.outbox.Outbox;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the channels {@code auctions.{market}} and {@code bids} say about runs. */
@ApplicationScoped
public class RunEvents {
  private static final long STARTED = 1;
  private static final long FINISHED = 2;

  private final Outbox outbox;

  @Inject
  public RunEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  void started(Auction auction, ClearingRun run) {
    append(auction, run, STARTED, "run.started", RunState.RUNNING);
  }

  void finished(Auction auction, ClearingRun run, RunState state) {
    append(auction, run, FINISHED, "run.finished", state);
  }

  private void append(Auction auction, ClearingRun run, long step, String type, RunState state) {
    outbox.append(
        new DomainEvent(
            "auctions." + auction.marketCode(),
            auction.organizationId() == null ? null : new OrganizationId(auction.organizationId()),
            "clearing_run",
            run.id(),
            step,
            type,
            Json.createObjectBuilder()
                .add("auctionId", auction.id().toString())
                .add("runId", run.id().toString())
                .add("runNumber", run.number())
                .add("runState", state.code())
                .add("state", auction.state().code())
                .build()));
  }

  /** One event per bid with its sums over the day. */
  void awarded(Auction auction, ClearingRun run, List<AwardLine> lines) {
    Map<UUID, List<AwardLine>> byBid =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.award().bidId(), TreeMap::new, Collectors.toList()));
    byBid.forEach((bidId, ofBid) -> outbox.append(awarded(auction, run, bidId, ofBid)));
  }

  private static DomainEvent awarded(
      Auction auction, ClearingRun run, UUID bidId, List<AwardLine> lines) {
    List<Award> awards = lines.stream().map(AwardLine::award).toList();
    BigDecimal energy =
        awards.stream().map(Award::acceptedMwh).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal amount = awards.stream().map(Award::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    JsonObject payload =
        Json.createObjectBuilder()
            .add("bidId", bidId.toString())
            .add("auctionId", auction.id().toString())
            .add("runId", run.id().toString())
            .add("awardedMwh", energy)
            .add("amount", amount)
            .add("currency", auction.currency())
            .build();
    return new DomainEvent(
        "bids",
        lines.get(0).organization(),
        "award",
        bidId,
        run.number(),
        "award.published",
        payload);
  }
}
