package energy.optibid.market;

import energy.optibid.shared.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Published prices that a feed tells everybody. There is one of each market, area and block: that
 * of the latest feed time, however often and in whatever order prices come.
 */
public interface MarketFeed {

  /** Judges a batch: each price by itself, and of several of one block the latest stays. */
  Judged judge(List<FedPrice> prices);

  /**
   * A price as the feed tells it; anything may be missing.
   *
   * @param price its {@code at} is the feed time; without one it is now
   */
  record FedPrice(@Nullable String marketCode, PriceTicks.Input price) {}

  /**
   * What a batch is worth.
   *
   * @param sound one price of each block, ready to be stored
   * @param refused why, by place in the batch
   */
  record Judged(Batch sound, Map<Integer, ProblemException> refused) {}

  /** Sound prices, one of each block. */
  interface Batch {
    /**
     * Stores them in one transaction, then tells those that stand now to whoever watches.
     *
     * @return how many blocks have another price than before, or their first
     * @throws energy.optibid.shared.DatabaseException when the database refuses or is not there;
     *     then none is stored
     */
    int store();
  }
}
