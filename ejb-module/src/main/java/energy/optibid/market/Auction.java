package energy.optibid.market;

import energy.optibid.engine.units.DeliveryBlock;
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
 * @param exchangeId the simulated exchange it belongs to, whose clock moves it; null otherwise
 * @param session 1 where a market has one auction a day
 * @param timeZone IANA name of the market's time zone
 * @param currency ISO 4217 code of its prices
 * @param clearsAt when the calendar wants it cleared; null where nobody but a person says so
 * @param publishesAt when the calendar wants its result final
 * @param blockMinutes length of a block
 * @param firstBlock number of its first block among the blocks of the day; 1 for a whole day
 * @param blockCount its own blocks; of a whole day fewer or more where clocks change
 * @param areas codes of the bidding areas with a book
 * @param importId the import an imported day came from
 * @param latestRunId the latest clearing run that finished
 * @param version rises with every change; the entity tag
 */
public record Auction(
    UUID id,
    @Nullable UUID organizationId,
    @Nullable UUID exchangeId,
    String marketCode,
    LocalDate deliveryDay,
    int session,
    AuctionScope scope,
    AuctionState state,
    AuctionClock clock,
    OffsetDateTime gateOpensAt,
    OffsetDateTime gateClosesAt,
    @Nullable OffsetDateTime clearsAt,
    @Nullable OffsetDateTime publishesAt,
    String timeZone,
    String currency,
    int blockMinutes,
    int firstBlock,
    int blockCount,
    List<String> areas,
    @Nullable UUID importId,
    @Nullable UUID latestRunId,
    long version) {
  public Auction {
    areas = List.copyOf(areas);
  }

  /**
   * A real market's auction in which this installation only takes part: an exchange outside takes
   * the bids and finds the result.
   */
  public boolean isHeldOutside() {
    return exchangeId == null && importId == null && clock == AuctionClock.WALL;
  }

  /** The delivery day, cut into blocks of the auction's length. */
  public DeliveryDay day() {
    return new DeliveryDay(deliveryDay, ZoneId.of(timeZone), Duration.ofMinutes(blockMinutes));
  }

  /** Its own blocks in order; the first has the number {@code firstBlock}. */
  public List<DeliveryBlock> blocks() {
    return day().blocks().subList(firstBlock - 1, firstBlock - 1 + blockCount);
  }
}
