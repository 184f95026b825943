package energy.optibid.exchange.adapter;

import energy.optibid.exchange.Exchange;
import energy.optibid.exchange.MarketEvent;
import energy.optibid.exchange.domain.ExchangeState;
import energy.optibid.exchange.domain.ExchangeStore;
import energy.optibid.exchange.domain.ExchangeStore.DueEvent;
import energy.optibid.outbox.Outbox;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.Ids;
import energy.optibid.shared.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;

/** What the channel {@code exchanges} says about clocks and events. */
@ApplicationScoped
public class ExchangeEvents {
  static final String CHANNEL = "exchanges";

  private final ExchangeStore store;
  private final ExchangeViews views;
  private final Outbox outbox;

  @Inject
  public ExchangeEvents(ExchangeStore store, ExchangeViews views, Outbox outbox) {
    this.store = store;
    this.views = views;
    this.outbox = outbox;
  }

  /** An event was done, or could not be. */
  void changed(UUID exchangeId, UUID eventId) {
    ExchangeState exchange = store.find(exchangeId).orElseThrow();
    MarketEvent event = store.event(exchangeId, eventId).map(DueEvent::view).orElseThrow();
    JsonObject payload =
        Json.createObjectBuilder(state(views.of(exchange))).add("event", json(event)).build();
    append(exchange, eventId, "exchange.event", payload);
  }

  /** Somebody moved the clock, or made or ended the exchange. */
  void clockChanged(ExchangeState exchange) {
    append(exchange, Ids.next(), "exchange.clock", state(views.of(exchange)));
  }

  private void append(ExchangeState exchange, UUID subject, String type, JsonObject payload) {
    UUID owner = exchange.organizationId();
    outbox.append(
        new DomainEvent(
            CHANNEL,
            owner == null ? null : new OrganizationId(owner),
            "exchange",
            subject,
            exchange.version(),
            type,
            payload));
  }

  /** The same words in the channel's snapshot. */
  static JsonObject state(Exchange exchange) {
    JsonObjectBuilder state =
        Json.createObjectBuilder()
            .add("exchangeId", exchange.id().toString())
            .add("name", exchange.name())
            .add("scope", exchange.scope().code())
            .add(
                "clock",
                Json.createObjectBuilder()
                    .add("mode", exchange.clock().mode().code())
                    .add("speed", exchange.clock().speed())
                    .add("now", exchange.clock().now().toString()))
            .add(
                "history",
                Json.createObjectBuilder()
                    .add("days", exchange.history().days())
                    .add("cleared", exchange.history().cleared())
                    .add("state", exchange.history().state().code()))
            .add("version", exchange.version());
    MarketEvent next = exchange.nextEvent();
    if (next != null) {
      state.add("nextEvent", json(next));
    }
    return state.build();
  }

  private static JsonObject json(MarketEvent event) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", event.id().toString())
            .add("kind", event.kind().code())
            .add("deliveryDay", event.deliveryDay().toString())
            .add("dueAt", event.dueAt().toString())
            .add("state", event.state().code());
    if (event.auctionId() != null && event.marketCode() != null && event.session() != null) {
      json.add("auctionId", event.auctionId().toString())
          .add("marketCode", event.marketCode())
          .add("session", event.session());
    }
    if (event.failure() != null) {
      json.add("failure", event.failure());
    }
    return json.build();
  }
}
