package energy.optibid.engine.market.gme;

import java.util.Arrays;
import java.util.Optional;

/** What the market published about a block order. */
public enum PublishedDecision {
  /** Accepted, perhaps in part. */
  ACCEPTED("ACC"),
  /** Rejected, out of the money. */
  REJECTED("REJ"),
  /** Paradoxically rejected: in the money at the published prices. */
  PARADOXICALLY_REJECTED("PREJ");

  private final String code;

  PublishedDecision(String code) {
    this.code = code;
  }

  /** The word of the files. */
  public String code() {
    return code;
  }

  /** The decision of that word, or empty. */
  public static Optional<PublishedDecision> ofCode(String code) {
    return Arrays.stream(values()).filter(decision -> decision.code.equals(code)).findFirst();
  }
}
