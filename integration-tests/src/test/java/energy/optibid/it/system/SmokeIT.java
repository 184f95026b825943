package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The running installation answers where the ready block says it does. */
@Tag("system")
class SmokeIT {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String url = System.getProperty("optibid.test.url", "");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/health/ready",
        "/health/live",
        "/openapi",
        "/api/docs",
        "/api/v1/status"
      })
  void publicAddresses_answer(String path) throws IOException, InterruptedException {
    assertEquals(200, get(path).statusCode());
  }

  @Test
  void readiness_namesItsChecks() throws IOException, InterruptedException {
    String body = get("/health/ready").body();
    assertTrue(body.contains("\"UP\"") && body.contains("\"name\""), body);
  }

  @Test
  void everyServiceOfTheStatus_hasItsCheck() {
    Set<String> services =
        Api.anonymous().get("/api/v1/status").expect(200).json().getJsonObject("services").keySet();
    Set<String> checks =
        Api.anonymous().get("/health").expect(200).json().getJsonArray("checks").stream()
            .map(check -> check.asJsonObject().getString("name"))
            .collect(Collectors.toSet());
    assertTrue(services.contains("audit"), services.toString());
    Set<String> unchecked = new TreeSet<>(services);
    unchecked.removeAll(checks);
    assertEquals(Set.of(), unchecked);
  }

  @Test
  void description_tellsOfTheLimits_whereThereAreAny() {
    JsonObject api = Api.anonymous().get("/openapi?format=JSON").expect(200).json();
    JsonObject paths = api.getJsonObject("paths");
    JsonObject limited = answers(paths, "/api/v1/auth/me");
    assertEquals(
        Set.of("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"),
        limited.getJsonObject("200").getJsonObject("headers").keySet());
    assertEquals(
        "#/components/responses/RateLimited", limited.getJsonObject("429").getString("$ref"));
    JsonObject refusal =
        api.getJsonObject("components").getJsonObject("responses").getJsonObject("RateLimited");
    assertTrue(refusal.getJsonObject("headers").containsKey("Retry-After"), refusal.toString());
    assertFalse(answers(paths, "/api/v1/status").containsKey("429"));
  }

  private static JsonObject answers(JsonObject paths, String path) {
    return paths.getJsonObject(path).getJsonObject("get").getJsonObject("responses");
  }

  @Test
  void protectedAddress_asksForASignIn() throws IOException, InterruptedException {
    assertEquals(401, get("/api/v1/bids").statusCode());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(url + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
