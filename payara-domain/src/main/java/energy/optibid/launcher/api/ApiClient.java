package energy.optibid.launcher.api;

import energy.optibid.local.LaunchFailure;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A signed-in user of {@code /api/v1}. */
public final class ApiClient {
  private static final Duration ONE_CALL = Duration.ofMinutes(5);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String base;
  private final String token;

  /**
   * Signs in.
   *
   * @param url the installation, such as {@code http://localhost:8000}
   * @throws LaunchFailure when it does not answer or refuses the login
   */
  public ApiClient(String url, String email, String password) {
    this.base = url.replaceAll("/$", "") + "/api/v1";
    String login =
        Json.createObjectBuilder().add("email", email).add("password", password).build().toString();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/auth/login"))
            .timeout(ONE_CALL)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(login))
            .build();
    this.token = send(request).getString("access_token");
  }

  /** Reads a thing or a page of things. */
  public JsonObject get(String path) {
    return send(authorised(path).GET().build());
  }

  /** Creates a thing, once however often the call is repeated on the way. */
  public JsonObject create(String path, JsonObject body) {
    return send(
        authorised(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  /** Uploads files for import and returns the import that was accepted. */
  public JsonObject importFiles(String format, boolean dryRun, List<Path> files) {
    MultipartForm form =
        new MultipartForm().field("format", format).field("dryRun", Boolean.toString(dryRun));
    files.forEach(file -> form.file("files", file));
    return send(
        authorised("/imports")
            .header("Content-Type", form.contentType())
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(form.body())
            .build());
  }

  private HttpRequest.Builder authorised(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(ONE_CALL)
        .header("Authorization", "Bearer " + token);
  }

  private JsonObject send(HttpRequest request) {
    HttpResponse<String> response;
    try {
      response = client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new LaunchFailure(
          "Nothing answers at %s (%s); start it with ./optibid run or say where it is with --url."
              .formatted(base, e),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("Interrupted.", e);
    }
    if (response.statusCode() >= 400) {
      throw new LaunchFailure(
          "The server answered %d to %s: %s"
              .formatted(response.statusCode(), request.uri().getPath(), response.body().strip()));
    }
    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }
}
