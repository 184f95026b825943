package energy.optibid.gates;

import energy.optibid.market.AuctionScope;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open gate of an exchange whose clock runs, or of a real market's auction.
 *
 * @param exchangeId null for a real market's
 * @param exchangeName the shared exchange's, a sandbox's, or the operator's of a real market
 * @param closesAt in the market's own zone, by the exchange's clock
 * @param closesInMillis real milliseconds from the answer's {@code serverTime} on
 * @param speed how many times faster than the wall clock the exchange's clock runs
 * @param own whether the organisation has bid in this market of this exchange in the last 30 days,
 *     or takes part in this auction of a real market
 * @param atVenue bids whose newest version the venue has
 * @param notAtVenue bids, not withdrawn, whose newest version the venue does not have
 * @param needsApproval those of them that wait for somebody's approval
 */
public record NextGate(
    UUID auctionId,
    String marketCode,
    LocalDate deliveryDay,
    int session,
    @Nullable UUID exchangeId,
    String exchangeName,
    AuctionScope scope,
    OffsetDateTime closesAt,
    String timeZone,
    long closesInMillis,
    int speed,
    boolean own,
    int atVenue,
    int notAtVenue,
    int needsApproval) {}
