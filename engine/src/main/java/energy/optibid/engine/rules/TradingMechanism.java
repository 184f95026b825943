package energy.optibid.engine.rules;

import java.util.Locale;

/** How a term-ahead contract is traded. */
public enum TradingMechanism {
  /** One side offers against a stated need; every award at the marginal offer's price. */
  UNIFORM_REVERSE_AUCTION,
  /** Orders meet as they come, at the price of the one that waited. */
  CONTINUOUS;

  /** The name used in files and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
