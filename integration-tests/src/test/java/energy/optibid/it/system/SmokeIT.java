package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
  void protectedAddress_asksForASignIn() throws IOException, InterruptedException {
    assertEquals(401, get("/api/v1/bids").statusCode());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(url + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
