package energy.optibid.market.adapter;

import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.market.domain.LimitReached;
import energy.optibid.market.domain.LimitReached.Limit;
import energy.optibid.outbox.ConsumedEvent;
import energy.optibid.outbox.ConsumerQueue;
import energy.optibid.outbox.EventConsumer;
import energy.optibid.outbox.Outbox;
import energy.optibid.rules.Rules;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells on {@code market.alerts} of published prices at the market's cap or floor; of a sandbox
 * only its organisation.
 */
@ApplicationScoped
public class MarketWatch implements EventConsumer {
  /** The stream of alerts. */
  static final String CHANNEL = "market.alerts";

  private static final String PRICES = "market.prices.";

  private final Rules rules;
  private final Outbox outbox;

  @Inject
  public MarketWatch(Rules rules, Outbox outbox) {
    this.rules = rules;
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "market-watch";
  }

  @Override
  public Set<String> events() {
    return Set.of("prices.published");
  }

  @Override
  public ConsumerQueue queue() {
    return ConsumerQueue.PROJECTIONS;
  }

  @Override
  public void consume(ConsumedEvent event) {
    JsonObject payload = event.payload();
    JsonArray prices = payload.getJsonArray("prices");
    String[] place = event.channel().substring(PRICES.length()).split("\\.", 2);
    if (prices == null || place.length < 2) {
      return;
    }
    AuctionRules pack;
    try {
      pack = rules.forDay(place[0], LocalDate.parse(payload.getString("deliveryDay")));
    } catch (ProblemException unknown) {
      // an imported day that no pack speaks of has no limits we know
      return;
    }
    int first = payload.getInt("firstBlock", 1);
    List<@Nullable BigDecimal> found = numbers(prices);
    Stream.of(
            LimitReached.find(Limit.CAP, pack.priceCap().toBigDecimal(), first, found),
            LimitReached.find(Limit.FLOOR, pack.priceFloor().toBigDecimal(), first, found))
        .flatMap(Optional::stream)
        .forEach(reached -> outbox.append(alert(event, place[0], reached)));
  }

  private static List<@Nullable BigDecimal> numbers(JsonArray prices) {
    List<@Nullable BigDecimal> numbers = new ArrayList<>();
    for (JsonValue price : prices) {
      numbers.add(price instanceof JsonNumber number ? number.bigDecimalValue() : null);
    }
    return numbers;
  }

  private static DomainEvent alert(ConsumedEvent event, String market, LimitReached reached) {
    JsonObject published = event.payload();
    JsonObjectBuilder payload =
        Json.createObjectBuilder()
            .add("marketCode", market)
            .add("area", published.getString("area"))
            .add("auctionId", published.getString("auctionId"))
            .add("deliveryDay", published.getString("deliveryDay"))
            .add("limit", reached.limit().code())
            .add("price", reached.price())
            .add("firstBlock", reached.firstBlock())
            .add("blocks", reached.blocks());
    if (published.containsKey("exchangeId")) {
      payload.add("exchangeId", published.getString("exchangeId"));
    }
    return new DomainEvent(
        CHANNEL,
        event.organization(),
        event.aggregateType(),
        event.aggregateId(),
        event.aggregateVersion(),
        "price.at_limit",
        payload.build());
  }
}
