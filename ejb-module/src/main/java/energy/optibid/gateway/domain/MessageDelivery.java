package energy.optibid.gateway.domain;

import energy.optibid.bidding.SubmissionState;
import energy.optibid.bidding.VenueReport;
import energy.optibid.bidding.VenueReports;
import energy.optibid.gateway.domain.ExchangeMessage.Action;
import energy.optibid.gateway.domain.ExchangeMessage.Answer;
import energy.optibid.gateway.domain.ExchangeMessage.State;
import energy.optibid.gateway.domain.LinkAnswer.Absent;
import energy.optibid.gateway.domain.LinkAnswer.Done;
import energy.optibid.gateway.domain.LinkAnswer.Later;
import energy.optibid.gateway.domain.LinkAnswer.NotReached;
import energy.optibid.gateway.domain.LinkAnswer.Refused;
import energy.optibid.gateway.domain.LinkAnswer.Silent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an answer of an exchange means for a message and its bid. Each method is one short
 * transaction's work; the calls themselves happen between them.
 */
public final class MessageDelivery {
  private final MessageStore messages;
  private final VenueReports reports;

  public MessageDelivery(MessageStore messages, VenueReports reports) {
    this.messages = messages;
    this.reports = reports;
  }

  /** What is to be done with a claimed message now. */
  public enum Step {
    /** Nothing: it is over, or somebody else has it. */
    NONE,
    /** Tell the exchange the order. */
    PLACE,
    /** Ask the exchange what it holds. */
    ASK,
    /** Ask the order back. */
    TAKE_BACK
  }

  /** Notes what has to be noted before the exchange is called. */
  public Step prepare(ExchangeMessage claimed, Instant now) {
    ExchangeMessage message = messages.hold(claimed).orElse(null);
    if (message == null) {
      return Step.NONE;
    }
    if (message.action() == Action.WITHDRAW) {
      messages.left(message, now);
      return Step.TAKE_BACK;
    }
    return switch (message.state()) {
      case QUEUED -> leave(message, now);
      case RETRY -> again(message, now);
      case SENT -> {
        doubt(message, now, "The server stopped before it saw an answer.");
        yield Step.NONE;
      }
      case WAITING, IN_DOUBT -> Step.ASK;
      case ANSWERED -> Step.NONE;
    };
  }

  private Step leave(ExchangeMessage message, Instant now) {
    if (!leaves(message)) {
      messages.answered(message, Answer.OVERTAKEN, now);
      return Step.NONE;
    }
    if (!message.isBeforeGate(now)) {
      refuse(message, "The gate closed before it could leave.", now);
      return Step.NONE;
    }
    messages.left(message, now);
    return Step.PLACE;
  }

  /** What was taken back before it left is over, and stays here. */
  private boolean leaves(ExchangeMessage message) {
    return report(message, new VenueReport.Left()).equals(Optional.of(SubmissionState.SENT));
  }

  private Step again(ExchangeMessage message, Instant now) {
    if (!message.isBeforeGate(now)) {
      refuse(message, "The exchange was not reached before the gate closed.", now);
      return Step.NONE;
    }
    messages.left(message, now);
    return Step.PLACE;
  }

  /** Notes what became of placing an order. */
  public void placed(ExchangeMessage claimed, LinkAnswer answer, Instant askAt, Instant now) {
    messages.hold(claimed).ifPresent(message -> placed(message, answer, askAt, now, false));
  }

  private void placed(
      ExchangeMessage message, LinkAnswer answer, Instant askAt, Instant now, boolean doubted) {
    if (answer instanceof Done done) {
      taken(message, done.reference(), doubted, now);
    } else if (answer instanceof Refused refused) {
      refused(message, refused.reason(), doubted, now);
    } else if (answer instanceof Later) {
      messages.succeeded(message, now);
      messages.open(message, doubted ? State.IN_DOUBT : State.WAITING, askAt, 0, null);
    } else if (answer instanceof NotReached notReached) {
      tryAgain(message, doubted ? State.IN_DOUBT : State.RETRY, notReached, now);
    } else if (answer instanceof Silent silent) {
      doubt(message, now, silent.reason());
    } else if (answer instanceof Absent) {
      throw new IllegalArgumentException("an order cannot be absent when it is placed");
    }
  }

  /** Whether an order that the exchange does not know is to go out once more. */
  public boolean goesAgain(ExchangeMessage message, int attempts, Instant now) {
    return message.isBeforeGate(now) && message.placed() < attempts;
  }

  /** Notes that such an order goes out once more; whether the claim still stands. */
  public boolean leavesAgain(ExchangeMessage claimed, Instant now) {
    Optional<ExchangeMessage> held = messages.hold(claimed);
    held.ifPresent(message -> messages.left(message, now));
    return held.isPresent();
  }

  /** Notes what became of placing an order once more that the exchange did not know. */
  public void placedAgain(ExchangeMessage claimed, LinkAnswer answer, Instant askAt, Instant now) {
    messages
        .hold(claimed)
        .ifPresent(
            message -> placed(message, answer, askAt, now, message.state() == State.IN_DOUBT));
  }

  /** Notes what the exchange says it holds. Of {@link Absent} nothing is noted: the caller acts. */
  public void asked(ExchangeMessage claimed, LinkAnswer answer, Instant askAt, Instant now) {
    ExchangeMessage message = messages.hold(claimed).orElse(null);
    if (message == null || answer instanceof Absent) {
      return;
    }
    boolean doubted = message.state() == State.IN_DOUBT;
    if (answer instanceof Silent silent && !doubted) {
      doubt(message, now, silent.reason());
    } else if (answer instanceof Silent silent) {
      tryAgain(message, message.state(), new NotReached(silent.reason(), null), now);
    } else if (answer instanceof NotReached notReached) {
      tryAgain(message, message.state(), notReached, now);
    } else {
      placed(message, answer, askAt, now, doubted);
    }
  }

  /**
   * Notes what became of barring an order that the exchange did not know.
   *
   * @param reason for people, where it never takes effect now
   */
  public void barred(ExchangeMessage claimed, LinkAnswer answer, String reason, Instant now) {
    ExchangeMessage message = messages.hold(claimed).orElse(null);
    if (message == null) {
      return;
    }
    if (answer instanceof Done || answer instanceof Absent) {
      refused(message, reason, message.state() == State.IN_DOUBT, now);
    } else if (answer instanceof NotReached notReached) {
      tryAgain(message, message.state(), notReached, now);
    } else if (answer instanceof Silent silent) {
      tryAgain(message, message.state(), new NotReached(silent.reason(), null), now);
    } else {
      // it arrived in between: the next question tells
      messages.open(message, message.state(), now, message.failures(), null);
    }
  }

  /** Notes what became of asking an order back. */
  public void tookBack(ExchangeMessage claimed, LinkAnswer answer, Instant askAt, Instant now) {
    ExchangeMessage message = messages.hold(claimed).orElse(null);
    if (message == null) {
      return;
    }
    if (answer instanceof Done || answer instanceof Absent) {
      givenBack(message, now);
    } else if (answer instanceof Refused refused) {
      kept(message, refused.reason(), now);
    } else if (answer instanceof Later) {
      messages.succeeded(message, now);
      messages.open(message, State.WAITING, askAt, 0, null);
    } else if (answer instanceof NotReached notReached) {
      tryAgain(message, State.RETRY, notReached, now);
    } else if (answer instanceof Silent silent) {
      tryAgain(message, State.IN_DOUBT, new NotReached(silent.reason(), null), now);
    }
  }

  /** Notes that an answer cannot be true: people are told, and it is looked at again later. */
  public void contradicted(ExchangeMessage claimed, String why, Instant now) {
    messages
        .hold(claimed)
        .ifPresent(
            message -> {
              int failures = message.failures() + 1;
              messages.fault(
                  message.connectionId(), "contradiction", message.reference(), why, now);
              messages.open(
                  message,
                  message.state(),
                  now.plus(CircuitRules.pauseAfter(failures)),
                  failures,
                  why);
            });
  }

  /** Notes that the exchange holds an order. */
  public void taken(ExchangeMessage message, String reference, boolean doubted, Instant now) {
    settle(
        message,
        doubted ? new VenueReport.FoundHeld(reference) : new VenueReport.Taken(reference),
        Answer.HELD,
        now);
  }

  /** Notes that the exchange holds no such order and never will. */
  public void refused(ExchangeMessage message, String reason, boolean doubted, Instant now) {
    settle(
        message,
        doubted ? new VenueReport.FoundAbsent(reason) : new VenueReport.Refused(reason),
        Answer.REFUSED,
        now);
  }

  /** Notes that the exchange gave an order back. */
  public void givenBack(ExchangeMessage message, Instant now) {
    settle(message, new VenueReport.GivenBack(), Answer.GIVEN_BACK, now);
  }

  /** Notes that the exchange keeps an order it was asked for. */
  public void kept(ExchangeMessage message, String reason, Instant now) {
    settle(message, new VenueReport.Kept(reason), Answer.KEPT, now);
  }

  private void settle(ExchangeMessage message, VenueReport report, Answer answer, Instant now) {
    messages.succeeded(message, now);
    messages.answered(message, answer, now);
    report(message, report);
  }

  private void refuse(ExchangeMessage message, String reason, Instant now) {
    messages.answered(message, Answer.REFUSED, now);
    report(message, new VenueReport.Refused(reason));
  }

  private void doubt(ExchangeMessage message, Instant now, String reason) {
    report(message, new VenueReport.Unanswered());
    int failures = message.failures() + 1;
    messages.failed(message, reason, now);
    messages.open(
        message, State.IN_DOUBT, now.plus(CircuitRules.pauseAfter(failures)), failures, reason);
  }

  private void tryAgain(ExchangeMessage message, State state, NotReached why, Instant now) {
    int failures = message.failures() + 1;
    Duration asked = why.retryAfter();
    Duration pause = CircuitRules.pauseAfter(failures);
    messages.failed(message, why.reason(), now);
    messages.open(
        message,
        state,
        now.plus(asked != null && asked.compareTo(pause) > 0 ? asked : pause),
        failures,
        why.reason());
  }

  private Optional<SubmissionState> report(ExchangeMessage message, VenueReport report) {
    return reports.report(message.bidId(), message.submissionId(), report);
  }
}
