package energy.optibid.gateway.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * Something an exchange is told.
 *
 * @param reference ours, the exchange's idempotency key
 * @param body the order as JSON, the same in every attempt
 * @param placed how often it went out before
 * @param failures how often it failed since it last succeeded
 * @param claim names the claim under which this was read; a later claim fences it off
 */
public record ExchangeMessage(
    UUID id,
    UUID organization,
    UUID connectionId,
    UUID submissionId,
    UUID bidId,
    Action action,
    String reference,
    String marketCode,
    LocalDate deliveryDay,
    Instant gateClosesAt,
    String body,
    State state,
    int placed,
    int failures,
    long claim) {

  /** What the exchange is to do. */
  public enum Action {
    SUBMIT,
    WITHDRAW;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far it is. */
  public enum State {
    /** Never left. */
    QUEUED,
    /** It was noted that it leaves; whoever noted it has not noted an answer. */
    SENT,
    /** It left and certainly did not arrive: it goes again. */
    RETRY,
    /** It arrived; the exchange's answer will come. */
    WAITING,
    /** It left, and nobody knows whether it arrived. */
    IN_DOUBT,
    /** Nothing more follows. */
    ANSWERED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What came of it. */
  public enum Answer {
    HELD,
    REFUSED,
    GIVEN_BACK,
    KEPT,
    /** It was taken back before it left. */
    OVERTAKEN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the exchange takes it at that moment. */
  public boolean isBeforeGate(Instant now) {
    return now.isBefore(gateClosesAt);
  }
}
