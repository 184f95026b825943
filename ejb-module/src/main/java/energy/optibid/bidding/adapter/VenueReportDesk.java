package energy.optibid.bidding.adapter;

import energy.optibid.assets.Assets;
import energy.optibid.audit.AuditTrail;
import energy.optibid.bidding.SubmissionState;
import energy.optibid.bidding.VenueReport;
import energy.optibid.bidding.VenueReport.FoundAbsent;
import energy.optibid.bidding.VenueReport.FoundHeld;
import energy.optibid.bidding.VenueReport.GivenBack;
import energy.optibid.bidding.VenueReport.Kept;
import energy.optibid.bidding.VenueReport.Left;
import energy.optibid.bidding.VenueReport.Refused;
import energy.optibid.bidding.VenueReport.Taken;
import energy.optibid.bidding.VenueReport.Unanswered;
import energy.optibid.bidding.VenueReports;
import energy.optibid.bidding.domain.AnswerEffect;
import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.BidStore;
import energy.optibid.bidding.domain.Submission;
import energy.optibid.bidding.domain.Venues;
import energy.optibid.market.Auctions;
import energy.optibid.outbox.Outbox;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Notes what exchanges outside say, each with its event and its audit entry. */
@ApplicationScoped
@Typed(VenueReports.class)
@InTransaction
public class VenueReportDesk implements VenueReports {
  private final BidStore store;
  private final Venues venues;
  private final BidAnnouncements announcements;
  private final Clock clock;

  @Inject
  public VenueReportDesk(
      BidStore store,
      Venues venues,
      Auctions auctions,
      Assets assets,
      Outbox outbox,
      AuditTrail audit,
      Clock clock) {
    this.store = store;
    this.venues = venues;
    this.announcements = new BidAnnouncements(auctions, assets, outbox, audit);
    this.clock = clock;
  }

  @Override
  public Optional<SubmissionState> report(UUID bidId, UUID submissionId, VenueReport report) {
    Bid bid = store.hold(bidId).orElseThrow(() -> ProblemException.notFound("bid"));
    OffsetDateTime at =
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    JsonObject before = BidRecord.of(bid);
    AtomicReference<AnswerEffect> effect = new AtomicReference<>(AnswerEffect.OUTDATED);
    BidChanges.change(() -> effect.set(apply(bid, submissionId, report, at)));
    if (effect.get() == AnswerEffect.APPLIED) {
      askBackWhatWasWithdrawn(bid, submissionId, report);
      announcements.announce(store.save(bid), event(report), before, reason(report));
    }
    return state(bid, submissionId);
  }

  private static AnswerEffect apply(
      Bid bid, UUID submission, VenueReport report, OffsetDateTime at) {
    if (report instanceof Left) {
      if (!state(bid, submission).equals(Optional.of(SubmissionState.QUEUED))) {
        return AnswerEffect.OUTDATED;
      }
      bid.send(submission, at);
      return AnswerEffect.APPLIED;
    } else if (report instanceof Taken taken) {
      return bid.acknowledge(submission, taken.reference(), at);
    } else if (report instanceof Refused refused) {
      return bid.refuse(submission, refused.reason(), at);
    } else if (report instanceof Unanswered) {
      return bid.doubt(submission, at);
    } else if (report instanceof FoundHeld held) {
      return bid.reconcileHeld(submission, held.reference(), at);
    } else if (report instanceof FoundAbsent absent) {
      return bid.reconcileAbsent(submission, absent.reason(), at);
    } else if (report instanceof GivenBack) {
      return bid.confirmWithdrawal(submission, at);
    } else if (report instanceof Kept kept) {
      return bid.refuseWithdrawal(submission, kept.reason(), at);
    }
    throw new IllegalArgumentException("an unknown report: " + report);
  }

  /** The bid was withdrawn while the exchange was taking it. */
  private void askBackWhatWasWithdrawn(Bid bid, UUID submissionId, VenueReport report) {
    if (report instanceof Taken || report instanceof FoundHeld) {
      bid.held()
          .filter(held -> held.id().equals(submissionId))
          .filter(held -> held.state() == SubmissionState.WITHDRAW_REQUESTED)
          .ifPresent(held -> venues.holding(bid, held).withdraw(bid, held));
    }
  }

  private static Optional<SubmissionState> state(Bid bid, UUID submissionId) {
    Submission newest = bid.submission();
    return newest != null && newest.id().equals(submissionId)
        ? Optional.of(newest.state())
        : bid.held().filter(held -> held.id().equals(submissionId)).map(Submission::state);
  }

  private static String event(VenueReport report) {
    if (report instanceof Left) {
      return "bid.sent";
    } else if (report instanceof Taken || report instanceof FoundHeld) {
      return "bid.acknowledged";
    } else if (report instanceof Refused || report instanceof FoundAbsent) {
      return "bid.refused";
    } else if (report instanceof Unanswered) {
      return "bid.in_doubt";
    } else if (report instanceof GivenBack) {
      return "bid.given_back";
    }
    return "bid.kept";
  }

  private static Optional<String> reason(VenueReport report) {
    if (report instanceof Refused refused) {
      return Optional.of(refused.reason());
    } else if (report instanceof FoundAbsent absent) {
      return Optional.of(absent.reason());
    } else if (report instanceof Kept kept) {
      return Optional.of(kept.reason());
    }
    return Optional.empty();
  }
}
