package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.it.system.Api.Answer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Results of a real run, taken away in every format over the wire. */
@Tag("system")
class ExportIT {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Test
  void aRunIsTakenAwayInEveryFormat() {
    TradingDay day = TradingDay.traded();
    try {
      String export = day.fill("/api/v1/clearing-runs/{run}/export/");
      Answer prices = day.owner.get(export + "prices").expect(200);
      assertEquals("text/csv;charset=utf-8", prices.header("Content-Type"));
      assertTrue(
          prices
              .header("Content-Disposition")
              .matches("attachment; filename=\"gme-mgp_2025-06-02_run-[0-9]+_prices.csv\""),
          prices.header("Content-Disposition"));
      assertTrue(
          prices.header("Access-Control-Expose-Headers").isEmpty()
              || prices.header("Access-Control-Expose-Headers").contains("Content-Disposition"));
      List<String> rows = prices.body().lines().toList();
      assertEquals(1 + 7 * 24, rows.size());
      String json =
          day.owner.get(day.fill("/api/v1/clearing-runs/{run}/prices")).expect(200).body();
      assertTrue(json.contains(rows.get(1).split(",")[7]), rows.get(1));

      Answer awards = day.owner.get(export + "awards?format=csv").expect(200);
      assertTrue(awards.body().contains(day.fill("{bid}")), awards.body());
      assertTrue(day.owner.get(export + "flows?format=csv").body().contains(",true"));

      assertTrue(
          day.owner.get(export + "prices?format=parquet").expect(200).body().startsWith("PAR1"));
      Answer workbook = day.owner.call("GET", export + "prices", null, "Accept", XLSX).expect(200);
      assertTrue(workbook.body().startsWith("PK"));
      assertEquals(XLSX, workbook.header("Content-Type"));

      assertEquals(
          "not_acceptable",
          day.owner
              .call("GET", export + "prices", null, "Accept", "image/png")
              .expect(406)
              .json()
              .getString("code"));
      assertEquals(
          "?format",
          day.owner
              .get(export + "prices?format=pdf")
              .expect(400)
              .json()
              .getJsonArray("errors")
              .getJsonObject(0)
              .getString("field"));
      // the market's operator reads no awards, not even of a run it may not see
      Api.as("market@platform").get(export + "awards?format=csv").expect(403);
      Answer foreign = Api.as(TradingDay.RIVAL).get(export + "awards?format=csv").expect(404);
      assertFalse(foreign.body().contains(day.fill("{bid}")));
    } finally {
      day.endSandbox();
    }
  }
}
