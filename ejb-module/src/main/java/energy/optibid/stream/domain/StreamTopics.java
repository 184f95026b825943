package energy.optibid.stream.domain;

import energy.optibid.outbox.LoggedEvent;
import java.util.List;
import java.util.Optional;

/**
 * The names of the topics. What the platform publishes and what it reads are different topics, so
 * that nothing it sends comes back to it.
 *
 * @param prefix what all of them begin with, without the dot
 */
public record StreamTopics(String prefix) {
  private static final String BIDS = "bids";
  private static final String ALERTS = "market.alerts";
  private static final String PRICES_OF_AREA = "market.prices.";

  /** What happens to bids, awards and standing orders, of every organisation. */
  public String bidEvents() {
    return prefix + ".bids.events";
  }

  /** Prices at a market's limit. */
  public String marketAlerts() {
    return prefix + ".market.alerts";
  }

  /** Prices of cleared auctions, a message per area. */
  public String marketPrices() {
    return prefix + ".market.prices";
  }

  /** Prices that others send to the platform. */
  public String marketFeed() {
    return prefix + ".market.feed";
  }

  /** What of the feed could not be taken. */
  public String marketFeedDeadLetters() {
    return marketFeed() + ".dead-letters";
  }

  /** What the nodes of the installation say to each other about live prices. */
  public String priceTicks() {
    return prefix + ".market.ticks";
  }

  /** Every topic the platform uses. */
  public List<String> all() {
    return List.of(
        bidEvents(),
        marketAlerts(),
        marketPrices(),
        marketFeed(),
        marketFeedDeadLetters(),
        priceTicks());
  }

  /** Where an event is published; empty for those that are nobody's business outside. */
  public Optional<String> of(LoggedEvent event) {
    String channel = event.channel();
    if (channel.equals(BIDS)) {
      return Optional.of(bidEvents());
    }
    if (channel.equals(ALERTS)) {
      return Optional.of(marketAlerts());
    }
    return channel.startsWith(PRICES_OF_AREA) ? Optional.of(marketPrices()) : Optional.empty();
  }
}
