package energy.optibid.market;

/**
 * Which prices of a market the caller sees. What is derived from prices and kept under their
 * version is never older than they are, whoever wrote and wherever it is kept.
 */
public interface PriceVersions {

  /**
   * The version of the market's prices as far as the caller sees them: another one after every
   * transaction that wrote, corrected or deleted any, from its commit on. A version that was is not
   * used again. Empty text where there never were prices.
   */
  String of(String marketCode);
}
