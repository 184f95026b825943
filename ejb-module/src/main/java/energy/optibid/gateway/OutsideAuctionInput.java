package energy.optibid.gateway;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which auction of a real market.
 *
 * @param deliveryDay day of the market's own time zone, at most 14 days ahead
 * @param session 1 where a market has one auction a day; 1 unless given
 */
public record OutsideAuctionInput(
    @Nullable String marketCode, @Nullable LocalDate deliveryDay, @Nullable Integer session) {}
