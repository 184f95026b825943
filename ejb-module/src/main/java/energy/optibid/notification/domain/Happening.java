package energy.optibid.notification.domain;

import energy.optibid.notification.AlertKind;
import energy.optibid.outbox.ConsumedEvent;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as rules see it: of which kind it is and, for a price, of which market and area.
 *
 * @param event as it came
 */
public record Happening(
    AlertKind kind, @Nullable String marketCode, @Nullable String areaCode, ConsumedEvent event) {
  /** Types of the events rules wait for. */
  public static final Set<String> TYPES =
      Set.of(
          "prices.published",
          "award.published",
          "bid.refused",
          "limit.used",
          "deviation.band_left",
          "trading.stopped",
          "trading.stop_swept",
          "trading.released",
          "nobid.none",
          "nobid.refused");

  private static final String PRICES = "market.prices.";

  /** Empty for an event that no rule waits for. */
  public static Optional<Happening> of(ConsumedEvent event) {
    return switch (event.type()) {
      case "prices.published" -> price(event);
      case "award.published" ->
          decimal(event.payload(), "awardedMwh").map(BigDecimal::signum).orElse(1) == 0
              ? Optional.of(new Happening(AlertKind.BID_REJECTED, null, null, event))
              : Optional.empty();
      case "bid.refused" -> Optional.of(new Happening(AlertKind.BID_REJECTED, null, null, event));
      case "limit.used" -> Optional.of(new Happening(AlertKind.LIMIT_USED, null, null, event));
      case "deviation.band_left" ->
          Optional.of(new Happening(AlertKind.DEVIATION_BAND, null, null, event));
      case "nobid.none", "nobid.refused" ->
          Optional.of(new Happening(AlertKind.NO_BID, null, null, event));
      case "trading.stopped", "trading.stop_swept", "trading.released" ->
          Optional.of(new Happening(AlertKind.TRADING_STOP, null, null, event));
      default -> Optional.empty();
    };
  }

  /**
   * What it means to a rule of its kind, market and area.
   *
   * @param currency of the auction's prices, where there is an auction
   */
  public Optional<Alert> alert(StandingRule rule, @Nullable String currency) {
    JsonObject payload = event.payload();
    return switch (kind) {
      case PRICE -> priceAlert(rule, currency);
      case BID_REJECTED -> Optional.of(rejected(payload));
      case LIMIT_USED -> limitUsed(rule, payload);
      case DEVIATION_BAND ->
          Optional.of(
              new Alert(
                  key(),
                  text(payload, "assetName").orElse("An asset") + " left its deviation band",
                  text(payload, "text").orElse("Its deviation is outside the band."),
                  null,
                  null,
                  id(payload, "assetId")));
      case TRADING_STOP -> StopAlert.of(event);
      case NO_BID ->
          Optional.of(
              new Alert(
                  key(),
                  "%s has no bid at a gate of %s"
                      .formatted(
                          text(payload, "assetName").orElse("An asset"),
                          text(payload, "marketCode").orElse("its market")),
                  text(payload, "reason").orElse("None was sent."),
                  auctionId(),
                  null,
                  id(payload, "assetId")));
      case GATE_CLOSING -> Optional.empty();
    };
  }

  /** The auction it is about, if any. */
  public @Nullable UUID auctionId() {
    return id(event.payload(), "auctionId");
  }

  private String key() {
    return event.eventId().toString();
  }

  private static Optional<Happening> price(ConsumedEvent event) {
    String[] place =
        event.channel().startsWith(PRICES)
            ? event.channel().substring(PRICES.length()).split("\\.", 2)
            : new String[0];
    return place.length == 2
        ? Optional.of(new Happening(AlertKind.PRICE, place[0], place[1], event))
        : Optional.empty();
  }

  private Optional<Alert> priceAlert(StandingRule rule, @Nullable String currency) {
    JsonObject payload = event.payload();
    BigDecimal threshold = rule.threshold();
    JsonArray prices = payload.getJsonArray("prices");
    if (threshold == null || prices == null) {
      return Optional.empty();
    }
    int first = payload.getInt("firstBlock", 1);
    int hits = 0;
    int firstHit = 0;
    BigDecimal extreme = null;
    for (int i = 0; i < prices.size(); i++) {
      if (prices.get(i) instanceof JsonNumber number) {
        BigDecimal price = number.bigDecimalValue();
        int side = price.compareTo(threshold);
        if (rule.above() ? side > 0 : side < 0) {
          firstHit = hits++ == 0 ? first + i : firstHit;
          extreme =
              extreme == null ? price : rule.above() ? extreme.max(price) : extreme.min(price);
        }
      }
    }
    if (extreme == null) {
      return Optional.empty();
    }
    String unit = currency == null ? "" : " " + currency + "/MWh";
    return Optional.of(
        new Alert(
            key(),
            "Price in %s %s %s%s"
                .formatted(
                    areaCode, rule.above() ? "above" : "below", threshold.toPlainString(), unit),
            "%s, delivery day %s: %d %s from block %d on, %s %s%s."
                .formatted(
                    marketCode,
                    payload.getString("deliveryDay", ""),
                    hits,
                    hits == 1 ? "block" : "blocks",
                    firstHit,
                    rule.above() ? "at most" : "at least",
                    extreme.toPlainString(),
                    unit),
            auctionId(),
            null,
            null));
  }

  private Alert rejected(JsonObject payload) {
    boolean refused = event.type().equals("bid.refused");
    String why =
        text(payload, "reason")
            .orElse(
                refused
                    ? "The venue gave no reason."
                    : "The auction accepted nothing of it; the run's explanations say why.");
    return new Alert(
        key(),
        refused ? "A bid was refused" : "A bid was not accepted",
        why,
        auctionId(),
        id(payload, "bidId"),
        id(payload, "assetId"));
  }

  private Optional<Alert> limitUsed(StandingRule rule, JsonObject payload) {
    Optional<BigDecimal> used = decimal(payload, "usedPercent");
    BigDecimal threshold = rule.threshold();
    if (used.isEmpty() || threshold == null || used.get().compareTo(threshold) < 0) {
      return Optional.empty();
    }
    String limit = text(payload, "limitName").orElse("A limit");
    // told once per limit and day: a limit that stays near its end is no news at every bid
    String key =
        "limit:%s:%s"
            .formatted(
                text(payload, "limitId").orElse(limit), event.at().toString().substring(0, 10));
    return Optional.of(
        new Alert(
            key,
            "%s: %s %% used".formatted(limit, used.get().toPlainString()),
            "The rule tells from %s %% on.".formatted(threshold.toPlainString()),
            auctionId(),
            id(payload, "bidId"),
            id(payload, "assetId")));
  }

  private static Optional<String> text(JsonObject payload, String name) {
    return payload.get(name) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }

  private static Optional<BigDecimal> decimal(JsonObject payload, String name) {
    JsonValue value = payload.get(name);
    return value instanceof JsonNumber number
        ? Optional.of(number.bigDecimalValue())
        : Optional.empty();
  }

  private static @Nullable UUID id(JsonObject payload, String name) {
    return text(payload, name)
        .filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
        .map(UUID::fromString)
        .orElse(null);
  }
}
