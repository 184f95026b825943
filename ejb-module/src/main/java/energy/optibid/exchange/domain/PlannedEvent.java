package energy.optibid.exchange.domain;

import energy.optibid.exchange.EventKind;
import energy.optibid.shared.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of the calendar before anything was done about it.
 *
 * @param rank orders the events of one moment
 */
public record PlannedEvent(
    UUID id,
    @Nullable UUID auctionId,
    LocalDate deliveryDay,
    EventKind kind,
    Instant dueAt,
    int rank) {
  private static final int MARKETS = 10;

  static PlannedEvent of(
      UUID auctionId, SimulatedMarket market, LocalDate day, EventKind kind, Instant dueAt) {
    return new PlannedEvent(
        Ids.next(), auctionId, day, kind, dueAt, kind.ordinal() * MARKETS + market.ordinal());
  }

  static PlannedEvent ofDay(LocalDate day, EventKind kind, Instant dueAt) {
    return new PlannedEvent(Ids.next(), null, day, kind, dueAt, kind.ordinal() * MARKETS);
  }
}
