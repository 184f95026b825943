package energy.optibid.market;

import energy.optibid.engine.units.DeliveryDay;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An auction as it stands now.
 *
 * @param organizationId whose sandbox it is; null for a shared auction
 * @param deliveryDay day of the market's own time zone
 * @param session 1 where a market has one auction a day
 * @param timeZone IANA name of the market's time zone
 * @param currency ISO 4217 code of its prices
 * @param blockMinutes length of a block
 * @param blockCount blocks of the day; fewer or more where clocks change
 * @param areas codes of the bidding areas with a book
 * @param importId the import an imported day came from
 * @param latestRunId the latest clearing run that finished
 * @param version rises with every change; the entity tag
 */
public record Auction(
    UUID id,
    @Nullable UUID organizationId,
    String marketCode,
    LocalDate deliveryDay,
    int session,
    AuctionScope scope,
    AuctionState state,
    AuctionClock clock,
    OffsetDateTime gateOpensAt,
    OffsetDateTime gateClosesAt,
    String timeZone,
    String currency,
    int blockMinutes,
    int blockCount,
    List<String> areas,
    @Nullable UUID importId,
    @Nullable UUID latestRunId,
    long version) {
  public Auction {
    areas = List.copyOf(areas);
  }

  /** The delivery day cut into the auction's blocks. */
  public DeliveryDay day() {
    return new DeliveryDay(deliveryDay, ZoneId.of(timeZone), Duration.ofMinutes(blockMinutes));
  }
}
