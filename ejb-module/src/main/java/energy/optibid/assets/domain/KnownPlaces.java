package energy.optibid.assets.domain;

import java.util.UUID;

/** Where sites and assets may stand. */
public interface KnownPlaces {
  boolean hasMarket(String marketCode);

  /** Whether orders are taken in that area of the market. */
  boolean hasBiddingArea(String marketCode, String areaCode);

  /** Whether the organisation has the site, and it is in that area. */
  boolean hasSite(UUID siteId, String marketCode, String areaCode);
}
