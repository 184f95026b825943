package energy.optibid.clearing.adapter;

import energy.optibid.bidding.BidQuery;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.clearing.domain.AwardStore;
import energy.optibid.identity.Permissions;
import energy.optibid.outbox.EventLog;
import energy.optibid.shared.Caller;
import energy.optibid.shared.ChannelSource;
import energy.optibid.shared.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The channel {@code bids}: an organisation's bids with what the latest runs awarded them. */
@ApplicationScoped
@Typed(ChannelSource.class)
public class BidChannel implements ChannelSource {
  private static final String CHANNEL = "bids";
  private static final int NEWEST = 200;

  private final Bidding bidding;
  private final AwardStore awards;
  private final EventLog log;

  @Inject
  public BidChannel(Bidding bidding, AwardStore awards, EventLog log) {
    this.bidding = bidding;
    this.awards = awards;
    this.log = log;
  }

  @Override
  public boolean owns(String channel) {
    return channel.equals(CHANNEL);
  }

  @Override
  public boolean mayRead(Caller caller, String channel) {
    return caller.may(Permissions.BIDS_READ);
  }

  @Override
  @InTransaction
  public Snapshot snapshot(Caller caller, String channel) {
    long sequence = log.latest(caller.organization(), CHANNEL);
    Map<UUID, AwardStore.BidSum> sums = awards.sums();
    JsonArrayBuilder bids = Json.createArrayBuilder();
    for (BidView bid : bidding.list(BidQuery.ALL, null, NEWEST).items()) {
      bids.add(state(bid, sums.get(bid.id())));
    }
    return new Snapshot(sequence, Json.createObjectBuilder().add("bids", bids).build());
  }

  /** The same words as in the channel's events. */
  private static JsonObject state(BidView bid, AwardStore.@Nullable BidSum sum) {
    JsonObjectBuilder state =
        Json.createObjectBuilder()
            .add("bidId", bid.id().toString())
            .add("auctionId", bid.auctionId().toString())
            .add("state", bid.state())
            .add("versionNumber", bid.versionNumber());
    BidView.SubmissionView submission = bid.submission();
    if (submission != null) {
      state.add("submissionState", submission.state());
    }
    if (sum != null) {
      state
          .add("runId", sum.runId().toString())
          .add("awardedMwh", sum.acceptedMwh())
          .add("amount", sum.amount())
          .add("currency", sum.currency());
    }
    return state.build();
  }
}
