package energy.optibid.gateway;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An auction outside whose result is not final yet, in which an asset's orders are or may be at the
 * exchange.
 *
 * @param deliveryDay day of the market's own time zone
 * @param blocks how many delivery blocks the auction has
 */
public record AwaitedResult(
    UUID auctionId, String marketCode, LocalDate deliveryDay, UUID assetId, int blocks) {}
