package energy.optibid.exchange.adapter;

import energy.optibid.exchange.Exchange;
import energy.optibid.exchange.domain.ExchangeState;
import energy.optibid.exchange.domain.ExchangeStore;
import energy.optibid.exchange.domain.ExchangeStore.DueEvent;
import energy.optibid.market.AuctionScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Exchanges as others see them, with what their clocks show now. */
@ApplicationScoped
public class ExchangeViews {

  private final ExchangeStore store;
  private final Clock clock;

  @Inject
  public ExchangeViews(ExchangeStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Part of the caller's transaction. */
  Exchange of(ExchangeState exchange) {
    DueEvent next = store.next(exchange.id()).orElse(null);
    Instant shown = exchange.shows(clock.instant(), next == null ? null : next.dueAt());
    return new Exchange(
        exchange.id(),
        exchange.name(),
        exchange.isShared() ? AuctionScope.SHARED : AuctionScope.SANDBOX,
        exchange.firstDay(),
        new Exchange.ClockReading(
            exchange.clock().mode(),
            exchange.clock().speed(),
            shown.atZone(ExchangeState.ZONE).toOffsetDateTime()),
        next == null ? null : next.view(),
        Exchange.History.of(
            exchange.historyDays(), exchange.historyCleared(), exchange.historyJobId()),
        exchange.createdAt(),
        exchange.version());
  }
}
