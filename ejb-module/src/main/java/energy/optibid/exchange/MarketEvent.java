package energy.optibid.exchange;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing the calendar of an exchange demands.
 *
 * @param auctionId null for an event of the whole day
 * @param marketCode of the auction
 * @param session of the auction
 * @param dueAt in the exchange's own time and the market's zone
 * @param doneAt by the wall clock
 * @param node the server that did it
 * @param failure why the last attempt failed, a sentence
 */
public record MarketEvent(
    UUID id,
    @Nullable UUID auctionId,
    @Nullable String marketCode,
    LocalDate deliveryDay,
    @Nullable Integer session,
    EventKind kind,
    OffsetDateTime dueAt,
    EventState state,
    @Nullable OffsetDateTime doneAt,
    @Nullable String node,
    @Nullable String failure) {}
