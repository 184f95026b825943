package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.it.system.Api.Answer;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules, inbox and shift log of a running installation. */
@Tag("system")
class NotificationsIT {
  private final Api owner = Api.as(TradingDay.OWNER);

  @Test
  void aPublishedPrice_reachesTheInboxOverTheSocket() {
    JsonObject rule =
        owner
            .create(
                "/api/v1/alert-rules",
                """
                {"name":"Any price %s","kind":"price","marketCode":"gme-mgp","areaCode":"NORD",
                 "comparison":"above","threshold":-1000,"channels":["in_app","email"]}"""
                    .formatted(Api.unique()))
            .expect(201)
            .json();
    String user =
        owner.get("/api/v1/auth/me").expect(200).json().getJsonObject("user").getString("id");
    try (Live live = Live.open(Api.tokenOf(TradingDay.OWNER));
        Live colleague = Live.open(Api.tokenOf("trader@demo"))) {
      live.subscribe("notifications." + user);
      assertEquals("snapshot", live.next().getString("type"));
      colleague.subscribe("notifications." + user);
      assertEquals("not_found", colleague.next().getString("code"));
      TradingDay day = TradingDay.traded();
      day.endSandbox();
      JsonObject update = live.updatesOf("Price in NORD above -1000", "notification.added").get(0);
      String id = update.getJsonObject("data").getString("id");
      Answer read = owner.post("/api/v1/notifications/" + id + "/read", "").expect(200);
      assertEquals(rule.getString("id"), read.json().getString("ruleId"));
      live.updatesOf("unread", "notification.read");
      assertEquals(
          404, Api.as("trader@demo").post("/api/v1/notifications/" + id + "/read", "").status());
      String deliveries = owner.get("/api/v1/notifications/deliveries").expect(200).body();
      assertTrue(deliveries.contains("\"state\":\"off\""), deliveries);
      assertTrue(deliveries.contains("\"state\":\"delivered\""), deliveries);
    } finally {
      String path = "/api/v1/alert-rules/" + rule.getString("id");
      owner.call("DELETE", path, null, "If-Match", owner.get(path).header("ETag")).expect(204);
    }
  }

  @Test
  void aHandover_isTakenOnce_byTheNextShift() {
    JsonObject entry =
        owner
            .create("/api/v1/shift-log", "{\"kind\":\"handover\",\"text\":\"Unit 2 is back.\"}")
            .expect(201)
            .json();
    String path = "/api/v1/shift-log/" + entry.getString("id");
    Api trader = Api.as("trader@demo");
    assertEquals("forbidden", owner.post(path + "/acknowledge", "").problem());
    trader.post(path + "/acknowledge", "").expect(200);
    assertEquals("illegal_transition", trader.post(path + "/acknowledge", "").problem());
    JsonObject correction =
        trader
            .create(
                "/api/v1/shift-log",
                "{\"kind\":\"correction\",\"text\":\"Unit 3 is back.\",\"corrects\":\"%s\"}"
                    .formatted(entry.getString("id")))
            .expect(201)
            .json();
    JsonObject corrected = owner.get(path).expect(200).json();
    assertEquals(correction.getString("id"), corrected.getString("correctedBy"));
    assertEquals("Unit 2 is back.", corrected.getString("text"));
  }

  @Test
  void everyFault_isNamedAtItsField() {
    JsonObject rule =
        owner
            .create("/api/v1/alert-rules", "{\"kind\":\"price\",\"digest\":\"daily\"}")
            .expect(422)
            .json();
    assertEquals(
        List.of(
            "/name",
            "/marketCode",
            "/areaCode",
            "/comparison",
            "/threshold",
            "/channels",
            "/dailyAt"),
        rule.getJsonArray("errors").getValuesAs(JsonObject.class).stream()
            .map(fault -> fault.getString("field"))
            .toList());
    JsonObject entry =
        owner
            .create(
                "/api/v1/shift-log",
                "{\"text\":\" \",\"kind\":\"note\",\"assetId\":\"%1$s\",\"corrects\":\"%1$s\"}"
                    .formatted(Api.unique()))
            .expect(422)
            .json();
    assertEquals(4, entry.getJsonArray("errors").size(), entry.toString());
    assertEquals(
        428,
        owner
            .call("PUT", "/api/v1/notification-settings", "{\"timeZone\":\"Europe/Rome\"}")
            .status());
  }
}
