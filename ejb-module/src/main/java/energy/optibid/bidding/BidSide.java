package energy.optibid.bidding;

import java.util.Locale;
import java.util.Optional;

/** Which way power flows; written {@code buy} or {@code sell} outside. */
public enum BidSide {
  /** Withdraw power and pay. */
  BUY,
  /** Inject power and be paid. */
  SELL;

  /** The word used in the API and in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The side of that word, or empty. */
  public static Optional<BidSide> ofCode(String code) {
    for (BidSide side : values()) {
      if (side.code().equals(code)) {
        return Optional.of(side);
      }
    }
    return Optional.empty();
  }
}
