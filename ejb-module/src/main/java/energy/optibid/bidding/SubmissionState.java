package energy.optibid.bidding;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What is at the exchange, as far as we know. */
public enum SubmissionState {
  /** Written down, not yet sent. */
  QUEUED,
  /** On its way; no answer yet. */
  SENT,
  /** The venue has it: it takes part in the auction. */
  ACKNOWLEDGED,
  /** The venue said no. */
  REFUSED,
  /** Sent, but nobody knows whether it arrived. */
  IN_DOUBT,
  /** A later version took its place. */
  REPLACED,
  /** Asked back; the venue still has it. */
  WITHDRAW_REQUESTED,
  /** The venue gave it back: it takes no part. */
  WITHDRAWN;

  /** The word used in the API and in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Sent or about to be, and not answered for certain. */
  public boolean isUnderWay() {
    return switch (this) {
      case QUEUED, SENT, IN_DOUBT -> true;
      case ACKNOWLEDGED, REFUSED, REPLACED, WITHDRAW_REQUESTED, WITHDRAWN -> false;
    };
  }

  /** The venue confirmed that it has it, and has not given it back. */
  public boolean isHeld() {
    return switch (this) {
      case ACKNOWLEDGED, WITHDRAW_REQUESTED -> true;
      case QUEUED, SENT, IN_DOUBT, REFUSED, REPLACED, WITHDRAWN -> false;
    };
  }

  /** The states that may follow this one. */
  public Set<SubmissionState> next() {
    return switch (this) {
      case QUEUED -> EnumSet.of(SENT, WITHDRAWN);
      case SENT -> EnumSet.of(ACKNOWLEDGED, REFUSED, IN_DOUBT);
      case IN_DOUBT -> EnumSet.of(ACKNOWLEDGED, REFUSED);
      case ACKNOWLEDGED -> EnumSet.of(REPLACED, WITHDRAW_REQUESTED);
      case WITHDRAW_REQUESTED -> EnumSet.of(WITHDRAWN, ACKNOWLEDGED, REPLACED);
      case REFUSED, REPLACED, WITHDRAWN -> EnumSet.noneOf(SubmissionState.class);
    };
  }
}
