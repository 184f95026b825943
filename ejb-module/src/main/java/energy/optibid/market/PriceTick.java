package energy.optibid.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The price of a block as a feed tells it now; the next one takes its place.
 *
 * @param startsAt start of the delivery block
 * @param price market's currency per MWh
 * @param at when the feed had it
 */
public record PriceTick(
    String marketCode, String area, Instant startsAt, BigDecimal price, Instant at) {
  /** The channel that tells of it. */
  public String channel() {
    return PriceTicks.channel(marketCode, area);
  }

  /**
   * A tick with its place in its channel.
   *
   * @param number 1, 2, 3 … within the channel, for as long as this node runs
   */
  public record Numbered(long number, PriceTick tick) {}
}
