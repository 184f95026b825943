package energy.optibid.it.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The running installation as a client sees it; {@code optibid.test.url} says where it is. */
final class Api {
  /** Tokens live ten minutes; a suite may take longer. */
  private static final Duration TOKEN_IS_FRESH = Duration.ofMinutes(5);

  private static final Map<String, Held> TOKENS = new ConcurrentHashMap<>();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final String base;
  private final Supplier<@Nullable String> token;

  private Api(Supplier<@Nullable String> token) {
    this(url(), token);
  }

  private Api(String base, Supplier<@Nullable String> token) {
    this.base = base;
    this.token = token;
  }

  /** A token and since when it is held. */
  private record Held(String token, Instant since) {
    boolean isFresh() {
      return Instant.now().isBefore(since.plus(TOKEN_IS_FRESH));
    }
  }

  /** The same caller with the same token at another server of the installation. */
  Api at(String otherBase) {
    return new Api(otherBase, token);
  }

  /** Nobody in particular. */
  static Api anonymous() {
    return new Api(() -> null);
  }

  /** A demo login, for example {@code trader@demo}. */
  static Api as(String login) {
    return new Api(() -> tokenOf(login));
  }

  static Api withToken(String token) {
    return new Api(() -> token);
  }

  static String tokenOf(String login) {
    return TOKENS
        .compute(
            login,
            (name, held) ->
                held != null && held.isFresh() ? held : new Held(freshTokenOf(name), Instant.now()))
        .token();
  }

  /** The token of a session of its own, which may be ended. */
  static String freshTokenOf(String login) {
    return anonymous()
        .post(
            "/api/v1/auth/login",
            "{\"email\":\"%s.optibid.local\",\"password\":\"%s\"}".formatted(login, password()))
        .expect(200)
        .json()
        .getString("access_token");
  }

  static String password() {
    return System.getProperty("optibid.test.password", "optibid-demo");
  }

  /** A word nobody used before, for names that must differ from run to run. */
  static String unique() {
    return UUID.randomUUID().toString();
  }

  static String url() {
    return System.getProperty("optibid.test.url", "http://127.0.0.1:8000");
  }

  static HttpClient client() {
    return CLIENT;
  }

  Answer get(String path) {
    return call("GET", path, null);
  }

  Answer post(String path, String body, String... headers) {
    return call("POST", path, body, headers);
  }

  /** A POST that creates, with a key of its own. */
  Answer create(String path, String body) {
    return call("POST", path, body, "Idempotency-Key", UUID.randomUUID().toString());
  }

  Answer call(String method, String path, @Nullable String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    String bearer = token.get();
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    boolean typed = false;
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
      typed |= headers[i].equalsIgnoreCase("Content-Type");
    }
    if (body != null && !typed) {
      request.header("Content-Type", "application/json");
    }
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(method + " " + path, response);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What came back. */
  record Answer(String call, HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    Answer expect(int status) {
      if (status() != status) {
        throw new AssertionError(
            call + ": expected " + status + ", was " + status() + " " + body());
      }
      return this;
    }

    JsonObject json() {
      try (JsonReader reader = Json.createReader(new StringReader(body()))) {
        return reader.readObject();
      }
    }

    /** The code of the problem it must be. */
    String problem() {
      if (!header("Content-Type").startsWith("application/problem+json")) {
        throw new AssertionError(call + " is no problem: " + status() + " " + body());
      }
      return json().getString("code");
    }
  }
}
