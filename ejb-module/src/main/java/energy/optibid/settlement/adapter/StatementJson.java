package energy.optibid.settlement.adapter;

import energy.optibid.engine.settlement.LineKind;
import energy.optibid.engine.settlement.MissingInput;
import energy.optibid.gateway.ExchangeAward.Status;
import energy.optibid.settlement.AwardOrigin;
import energy.optibid.settlement.ShadowSettlement.Difference;
import energy.optibid.settlement.ShadowSettlement.Reason;
import energy.optibid.settlement.Statement.AssetTotal;
import energy.optibid.settlement.Statement.KindTotal;
import energy.optibid.settlement.Statement.Missing;
import energy.optibid.settlement.domain.CalculatedDay;
import energy.optibid.shared.JsonBuilders;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sums and differences as they stand in the database; money as text, so that it stays exact. */
final class StatementJson {
  private StatementJson() {}

  /**
   * The sums of a calculated statement.
   *
   * @param blocksNotFinal how many blocks wait for the final result of an exchange
   */
  static JsonObject summary(List<CalculatedDay> days, boolean simulatedGrid, int blocksNotFinal) {
    Map<UUID, List<CalculatedDay>> byAsset = new LinkedHashMap<>();
    days.forEach(
        day -> byAsset.computeIfAbsent(day.asset().id(), id -> new ArrayList<>()).add(day));
    Map<MissingInput, Integer> missing = new EnumMap<>(MissingInput.class);
    days.forEach(
        day -> day.statement().missing().forEach((i, n) -> missing.merge(i, n, Integer::sum)));
    if (blocksNotFinal > 0) {
      missing.put(MissingInput.FINAL_AWARD, blocksNotFinal);
    }
    JsonArrayBuilder assets = JsonBuilders.array();
    byAsset.forEach(
        (id, of) ->
            assets.add(
                JsonBuilders.object()
                    .add("id", id.toString())
                    .add("name", of.get(0).asset().name())
                    .add("totals", totals(of))));
    JsonObjectBuilder lacking = JsonBuilders.object();
    missing.forEach((input, blocks) -> lacking.add(input.code(), blocks));
    return JsonBuilders.object()
        .add("totals", totals(days))
        .add("assets", assets)
        .add("missing", lacking)
        .add("simulatedGrid", simulatedGrid)
        .build();
  }

  private static JsonObjectBuilder totals(List<CalculatedDay> days) {
    Map<LineKind, BigDecimal> sums = new EnumMap<>(LineKind.class);
    days.forEach(
        day -> day.statement().totals().forEach((k, sum) -> sums.merge(k, sum, BigDecimal::add)));
    JsonObjectBuilder totals = JsonBuilders.object();
    sums.forEach((kind, sum) -> totals.add(kind.code(), sum.toPlainString()));
    return totals;
  }

  static List<KindTotal> totals(JsonObject totals) {
    return totals.keySet().stream()
        .map(k -> new KindTotal(LineKind.ofCode(k), new BigDecimal(totals.getString(k))))
        .toList();
  }

  static List<AssetTotal> assets(JsonObject summary) {
    return summary.getJsonArray("assets").getValuesAs(JsonObject.class).stream()
        .map(
            asset -> {
              List<KindTotal> totals = totals(asset.getJsonObject("totals"));
              return new AssetTotal(
                  UUID.fromString(asset.getString("id")),
                  asset.getString("name"),
                  totals.stream().map(KindTotal::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                  totals);
            })
        .toList();
  }

  static List<Missing> missing(JsonObject summary) {
    JsonObject missing = summary.getJsonObject("missing");
    return missing.keySet().stream()
        .map(k -> new Missing(MissingInput.valueOf(k.toUpperCase(Locale.ROOT)), missing.getInt(k)))
        .toList();
  }

  static JsonArray awards(List<AwardOrigin> awards) {
    JsonArrayBuilder array = JsonBuilders.array();
    for (AwardOrigin one : awards) {
      array.add(
          JsonBuilders.object()
              .add("auction", one.auctionId().toString())
              .add("bid", one.bidId().toString())
              .add("market", one.marketCode())
              .add("reference", one.reference())
              .add("blockOrder", one.blockOrder())
              .add("block", one.block())
              .add("revision", one.revision())
              .add("status", one.status().code())
              .add("boughtMwh", one.boughtMwh().toPlainString())
              .add("price", one.price().toPlainString()));
    }
    return array.build();
  }

  static AwardOrigin award(JsonObject one) {
    return new AwardOrigin(
        UUID.fromString(one.getString("auction")),
        UUID.fromString(one.getString("bid")),
        one.getString("market"),
        one.getString("reference"),
        one.getString("blockOrder"),
        one.getInt("block"),
        one.getInt("revision"),
        Status.valueOf(one.getString("status").toUpperCase(Locale.ROOT)),
        new BigDecimal(one.getString("boughtMwh")),
        new BigDecimal(one.getString("price")));
  }

  static JsonArray differences(List<Difference> differences) {
    JsonArrayBuilder array = JsonBuilders.array();
    for (Difference one : differences) {
      JsonObjectBuilder object =
          JsonBuilders.object()
              .add("reason", one.reason().name())
              .add("asset", one.assetId().toString())
              .add("day", one.day().toString())
              .add("block", one.block())
              .add("kind", one.kind().code())
              .add("source", one.source());
      figure(object, "ownQuantity", one.ownQuantity());
      figure(object, "theirQuantity", one.theirQuantity());
      figure(object, "ownPrice", one.ownPrice());
      figure(object, "theirPrice", one.theirPrice());
      figure(object, "ownAmount", one.ownAmount());
      figure(object, "theirAmount", one.theirAmount());
      array.add(object);
    }
    return array.build();
  }

  static Difference difference(int number, JsonObject one) {
    return new Difference(
        number,
        Reason.valueOf(one.getString("reason")),
        UUID.fromString(one.getString("asset")),
        LocalDate.parse(one.getString("day")),
        one.getInt("block"),
        LineKind.ofCode(one.getString("kind")),
        one.getString("source"),
        figure(one, "ownQuantity"),
        figure(one, "theirQuantity"),
        figure(one, "ownPrice"),
        figure(one, "theirPrice"),
        figure(one, "ownAmount"),
        figure(one, "theirAmount"));
  }

  private static void figure(JsonObjectBuilder object, String name, @Nullable BigDecimal value) {
    if (value != null) {
      object.add(name, value.toPlainString());
    }
  }

  private static @Nullable BigDecimal figure(JsonObject object, String name) {
    return object.containsKey(name) ? new BigDecimal(object.getString(name)) : null;
  }
}
