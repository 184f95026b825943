package energy.optibid.stops.adapter;

import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.jobs.JobHandler;
import energy.optibid.jobs.JobRun;
import energy.optibid.outbox.Outbox;
import energy.optibid.shared.Failpoint;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Transactions;
import energy.optibid.stops.StoppedBid.Outcome;
import energy.optibid.stops.TradingStop;
import energy.optibid.stops.adapter.BidsInReach.Placed;
import energy.optibid.stops.adapter.StopStore.Ending;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Withdraws what a stop is about, one bid and one transaction after the other. Each is noted in the
 * transaction that withdraws it, so that a repeated run goes on where the last one ended. It starts
 * when every submission that may not have seen the stop is over.
 */
@ApplicationScoped
public class StopSweep implements JobHandler {
  static final String KIND = "trading-stop";

  private static final Logger LOG = Logger.getLogger(StopSweep.class.getName());

  /** Somebody who changes a bid again and again does not keep it from being withdrawn for ever. */
  private static final int MOST_TRIES = 20;

  private final Transactions transactions;
  private final StopStore store;
  private final BidsInReach bids;
  private final Bidding bidding;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  public StopSweep(
      Transactions transactions,
      StopStore store,
      BidsInReach bids,
      Bidding bidding,
      Outbox outbox,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.bids = bids;
    this.bidding = bidding;
    this.outbox = outbox;
    this.clock = clock;
  }

  static JsonObject input(UUID stopId) {
    return Json.createObjectBuilder().add("stopId", stopId.toString()).build();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isUrgent() {
    return true;
  }

  @Override
  public JsonObject run(JobRun run) {
    UUID id = UUID.fromString(run.input().getString("stopId"));
    transactions.call(
        () -> {
          store.awaitSubmissions();
          return id;
        });
    TradingStop stop = transactions.call(() -> store.find(id)).orElseThrow();
    List<Placed> placed = transactions.call(() -> bids.unnoted(id, stop.scope(), stop.subjectId()));
    int done = 0;
    for (Placed bid : placed) {
      run.checkCancelled();
      if (!transactions.call(() -> store.find(id)).orElseThrow().stands()) {
        break;
      }
      withdraw(stop, bid);
      Failpoint.hit("stop.bid_withdrawn");
      run.progress(++done, placed.size(), stop.subjectName());
    }
    TradingStop swept = transactions.call(() -> finish(id));
    return Json.createObjectBuilder()
        .add("stopId", id.toString())
        .add("withdrawn", swept.bids().withdrawn())
        .add("askedBack", swept.bids().askedBack())
        .add("kept", swept.bids().kept())
        .build();
  }

  private TradingStop finish(UUID id) {
    boolean first = store.swept(id, now());
    TradingStop swept = store.find(id).orElseThrow();
    if (first) {
      outbox.append(StopEvents.of("trading.stop_swept", swept));
    }
    return swept;
  }

  private void withdraw(TradingStop stop, Placed placed) {
    for (int attempt = 1; attempt <= MOST_TRIES; attempt++) {
      try {
        transactions.call(
            () -> {
              BidView bid = bidding.require(placed.bidId());
              Ending ending =
                  isAskedBack(bid)
                      ? new Ending(Outcome.ASKED_BACK, null)
                      : ending(bidding.cancel(bid.id(), bid.version()));
              store.note(stop.id(), bid.id(), placed.auctionId(), ending, now());
              return ending;
            });
        return;
      } catch (ProblemException refused) {
        if (refused.code() != ProblemCode.PRECONDITION_FAILED) {
          keep(stop, placed, refused.detail());
          return;
        }
      } catch (RuntimeException failure) {
        // one bid that cannot be withdrawn keeps no other from it
        LOG.log(Level.SEVERE, "a stop could not withdraw bid " + placed.bidId(), failure);
        keep(stop, placed, "It could not be withdrawn: something went wrong on our side.");
        return;
      }
    }
    keep(stop, placed, "It was changed again and again while it was being withdrawn.");
  }

  private void keep(TradingStop stop, Placed placed, String why) {
    transactions.call(
        () -> {
          store.note(
              stop.id(), placed.bidId(), placed.auctionId(), new Ending(Outcome.KEPT, why), now());
          return why;
        });
  }

  private static boolean isAskedBack(BidView bid) {
    BidView.AtVenueView held = bid.atVenue();
    return bid.state().equals("withdrawn")
        && (held == null || held.state().equals("withdraw_requested"));
  }

  private static Ending ending(BidView after) {
    BidView.AtVenueView held = after.atVenue();
    BidView.SubmissionView newest = after.submission();
    if (held != null && held.state().equals("acknowledged")) {
      String reason = newest == null ? null : newest.reason();
      return new Ending(Outcome.KEPT, reason == null ? "The venue keeps it." : reason);
    }
    boolean underWay =
        newest != null && (newest.state().equals("sent") || newest.state().equals("in_doubt"));
    return new Ending(held != null || underWay ? Outcome.ASKED_BACK : Outcome.WITHDRAWN, null);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
