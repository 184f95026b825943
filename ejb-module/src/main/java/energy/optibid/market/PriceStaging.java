package energy.optibid.market;

import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.rules.PriceDiscovery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Brings a market's own published prices into the caller's organisation: staged in short
 * transactions, published together in one. What is staged under an id is seen by nobody until then.
 */
public interface PriceStaging {
  /** Makes room under the id; whatever an earlier attempt staged there is forgotten. */
  void begin(UUID importId);

  /** Writes blocks beside those already staged under the id. */
  void stage(UUID importId, List<PublishedBlock> blocks);

  /** Forgets whatever is staged under the id; nothing happens if there is nothing. */
  void clear(UUID importId);

  /** How many imported prices the organisation has of these areas that start in [from, to). */
  long existing(String marketCode, List<String> areas, Instant from, Instant to);

  /**
   * Makes every staged block a published price of the organisation, in place of those of the same
   * market, area and start, and forgets what was staged. Part of the caller's transaction.
   *
   * @param priceSource whose algorithm found them
   * @return how many were written
   */
  long publish(UUID importId, PriceDiscovery priceSource);
}
