package energy.optibid.imports.adapter;

import energy.optibid.imports.ImportSummary;
import energy.optibid.imports.ImportSummary.MarketTotals;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A summary as it is kept beside its import. */
final class SummaryJson {
  private SummaryJson() {}

  static String write(ImportSummary summary) {
    JsonArrayBuilder markets = Json.createArrayBuilder();
    for (MarketTotals market : summary.markets()) {
      JsonObjectBuilder totals =
          Json.createObjectBuilder()
              .add("marketCode", market.marketCode())
              .add("days", market.days())
              .add("firstDay", market.firstDay().toString())
              .add("lastDay", market.lastDay().toString())
              .add("areas", Json.createArrayBuilder(market.areas()))
              .add("prices", market.prices())
              .add("withoutPrice", market.withoutPrice())
              .add("pricesAtCap", market.pricesAtCap())
              .add("replaced", market.replaced());
      if (market.minPrice() != null) {
        totals.add("minPrice", market.minPrice());
      }
      if (market.maxPrice() != null) {
        totals.add("maxPrice", market.maxPrice());
      }
      markets.add(totals);
    }
    return Json.createObjectBuilder().add("markets", markets).build().toString();
  }

  static ImportSummary read(@Nullable String text) {
    if (text == null) {
      return ImportSummary.EMPTY;
    }
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return new ImportSummary(
          reader.readObject().getJsonArray("markets").getValuesAs(JsonObject.class).stream()
              .map(SummaryJson::totals)
              .toList());
    }
  }

  private static MarketTotals totals(JsonObject market) {
    return new MarketTotals(
        market.getString("marketCode"),
        market.getInt("days"),
        LocalDate.parse(market.getString("firstDay")),
        LocalDate.parse(market.getString("lastDay")),
        market.getJsonArray("areas").getValuesAs(JsonString::getString),
        market.getJsonNumber("prices").longValue(),
        market.getJsonNumber("withoutPrice").longValue(),
        decimal(market, "minPrice"),
        decimal(market, "maxPrice"),
        market.getJsonNumber("pricesAtCap").longValue(),
        market.getJsonNumber("replaced").longValue());
  }

  private static @Nullable BigDecimal decimal(JsonObject market, String name) {
    return market.containsKey(name) ? market.getJsonNumber(name).bigDecimalValue() : null;
  }
}
