package energy.optibid.it.system;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A market's feed that tells one server, or whoever is behind an address, the price of a block. */
final class MarketFeed {
  private static final String MARKET = "sim-dam";
  private static final String AREA = "W2";
  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

  /** Where its prices are heard. */
  static final String CHANNEL = "market.prices." + MARKET + "." + AREA;

  private final Api feed;

  private MarketFeed(Api feed) {
    this.feed = feed;
  }

  static MarketFeed at(String url) {
    return new MarketFeed(Api.as("market@platform").at(url));
  }

  /**
   * Tells a new price of today's first block.
   *
   * @return the price, rupees per MWh
   */
  long tell() {
    long price = 1_000 + System.nanoTime() % 4_000;
    feed.post(
            "/api/v1/feeds/" + MARKET + "/ticks",
            "{\"ticks\":[{\"area\":\"%s\",\"startsAt\":\"%s\",\"price\":%d,\"at\":\"%s\"}]}"
                .formatted(
                    AREA,
                    LocalDate.now(INDIA).atStartOfDay(INDIA).toOffsetDateTime(),
                    price,
                    Instant.now()))
        .expect(200);
    return price;
  }
}
