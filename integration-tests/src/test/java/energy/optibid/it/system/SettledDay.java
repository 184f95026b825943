package energy.optibid.it.system;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sandbox's first day with a statement of a scheduled plant, a comparison and a dispute. */
final class SettledDay {
  static final String TERMS = "{\"contractRate\":3000}";

  private static final int BLOCKS = 96;

  private SettledDay() {}

  /**
   * Settles the day; the ids of the statement, the comparison and the dispute, by what they are.
   */
  static Map<String, String> settle(TradingDay day) {
    day.owner
        .call(
            "PUT", day.fill("/api/v1/assets/{plant}/settlement-terms"), TERMS, "If-Match", "\"0\"")
        .expect(200);
    post(day, "/api/v1/schedules?exchangeId={exchange}&source=matrix", schedule(day));
    JsonObject asked = day.owner.create("/api/v1/statements", statement(day)).expect(202).json();
    day.finish(asked.getString("jobId"));
    Map<String, String> ids = new HashMap<>();
    ids.put("statement", asked.getString("id"));
    String shadows =
        "/api/v1/statements/" + asked.getString("id") + "/shadow-settlements?name=matrix";
    String shadow = post(day, shadows, shadow(day));
    ids.put("shadow", shadow);
    ids.put(
        "dispute",
        day.owner.create("/api/v1/disputes", dispute(shadow)).expect(201).json().getString("id"));
    return ids;
  }

  /** A schedule of 12 MW in every block. */
  static String schedule(TradingDay day) {
    return blocks("asset_id,day,block,injection_mw\n", day.fill("{plant},{exchangeDay},%d,12\n"));
  }

  /** A day of the grid at 50.00 Hz. */
  static String grid(TradingDay day) {
    return blocks(
        "day,block,frequency_hz,day_ahead_price,real_time_price,ancillary_charge\n",
        day.fill("{exchangeDay},%d,50.00,3000,3100,900\n"));
  }

  static String statement(TradingDay day) {
    return day.fill(
        """
        {"exchangeId":"{exchange}","firstDay":"{exchangeDay}","lastDay":"{exchangeDay}"}
        """);
  }

  /** One line of ours with another amount. */
  static String shadow(TradingDay day) {
    return "asset_id,day,block,kind,source,quantity,price,amount\n"
        + day.fill("{plant},{exchangeDay},1,contract_energy,contract,-3,3000,8000.00\n");
  }

  static String dispute(TradingDay day) {
    return dispute(day.fill("{shadow}"));
  }

  private static String dispute(String shadow) {
    return "{\"shadowId\":\"%s\",\"difference\":1,\"note\":\"too little\"}".formatted(shadow);
  }

  private static String blocks(String header, String row) {
    return header
        + IntStream.rangeClosed(1, BLOCKS).mapToObj(row::formatted).collect(Collectors.joining());
  }

  private static String post(TradingDay day, String path, String csv) {
    return day.owner
        .post(
            day.fill(path),
            csv,
            "Content-Type",
            "text/csv",
            "Idempotency-Key",
            UUID.randomUUID().toString())
        .expect(201)
        .json()
        .getString("id", "");
  }
}
