package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.it.system.Api.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit trail of a running installation, proved by its own command. */
@Tag("system")
class AuditIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Api owner = Api.as(TradingDay.OWNER);
  @TempDir Path folder;

  @Test
  void aChangeIsRecordedWithBothSides_sealed_exportedAndProved() throws Exception {
    String name = "Audited " + Api.unique();
    JsonObject asset = owner.create("/api/v1/assets", body(name, 10)).expect(201).json();
    String path = "/api/v1/assets/" + asset.getString("id");
    owner
        .call(
            "PUT",
            path,
            body(name, 12),
            "If-Match",
            owner.get(path).expect(200).header("ETag"),
            "User-Agent",
            "AuditIT",
            "X-Forwarded-For",
            "203.0.113.9")
        .expect(200);
    JsonObject changed = sealed("action=asset.changed&subjectId=" + asset.getString("id"));
    assertEquals(10, changed.getJsonObject("before").getInt("maxInjectionMw"));
    assertEquals(12, changed.getJsonObject("after").getInt("maxInjectionMw"));
    assertEquals("user", changed.getString("actorKind"));
    assertEquals("AuditIT", changed.getString("userAgent"));
    assertEquals("127.0.0.1", changed.getString("address"), "no proxy is trusted");
    assertEquals(36, changed.getString("session").length());
    String q = URLEncoder.encode(name, StandardCharsets.UTF_8);
    assertEquals(
        2, owner.get("/api/v1/audit?q=" + q).expect(200).json().getJsonArray("items").size());

    JsonObject chain = owner.post("/api/v1/audit/chain/verify", "").expect(200).json();
    JsonObject verification = chain.getJsonObject("verification");
    assertEquals(chain.getJsonNumber("number"), verification.getJsonNumber("upTo"));
    assertTrue(!verification.containsKey("problem"), verification.toString());

    String head = chain.getJsonNumber("number") + ":" + chain.getString("hash");
    Path file =
        Files.writeString(
            folder.resolve("audit.jsonl"), owner.get("/api/v1/audit/export").expect(200).body());
    assertEquals(0, prove("--organization", "demo", "--head", head));
    assertEquals(0, prove("--file", file.toString(), "--head", head));
    assertEquals(0, prove());
    Files.writeString(file, Files.readString(file).replace(name, "Forged"));
    assertEquals(1, prove("--file", file.toString()));
    Answer table = owner.get("/api/v1/audit/export?format=csv&subjectId=" + asset.getString("id"));
    assertEquals(3, table.expect(200).body().lines().count());
  }

  @Test
  void onlyWhoMayRead_readsTheTrail() {
    for (String login : List.of("trader@demo", "viewer@demo", "analyst@demo")) {
      assertEquals("forbidden", Api.as(login).get("/api/v1/audit").problem(), login);
      assertEquals("forbidden", Api.as(login).get("/api/v1/audit/export").problem(), login);
      assertEquals(
          "forbidden", Api.as(login).post("/api/v1/audit/chain/verify", "").problem(), login);
    }
    Api.as("admin@demo").get("/api/v1/audit/chain").expect(200);
    JsonObject refused =
        owner.get("/api/v1/audit?action=" + "x".repeat(61) + "&q=" + "y".repeat(201)).json();
    assertEquals(2, refused.getJsonArray("errors").size(), refused.toString());
  }

  private JsonObject sealed(String query) {
    Instant patience = Instant.now().plus(PATIENCE);
    JsonObject entry;
    do {
      entry =
          owner
              .get("/api/v1/audit?" + query)
              .expect(200)
              .json()
              .getJsonArray("items")
              .getJsonObject(0);
      if (Instant.now().isAfter(patience)) {
        throw new AssertionError("It was not sealed: " + entry);
      }
    } while (!entry.containsKey("seal"));
    return entry;
  }

  private static int prove(String... options) throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of("").toAbsolutePath().resolveSibling("optibid").toString(),
                "admin",
                "audit-verify",
                "--home=" + System.getProperty("optibid.test.home", "")));
    line.addAll(List.of(options));
    return new ProcessBuilder(line).inheritIO().start().waitFor();
  }

  private static String body(String name, int power) {
    return """
        {"name":"%s","type":"thermal","marketCode":"gme-mgp","areaCode":"NORD",
         "maxInjectionMw":%d,"maxWithdrawalMw":0}"""
        .formatted(name, power);
  }
}
