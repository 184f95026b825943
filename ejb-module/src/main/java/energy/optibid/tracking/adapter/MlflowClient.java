package energy.optibid.tracking.adapter;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks MLflow by its REST interface 2.0; its Java client would bring a second of everything. */
final class MlflowClient {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int MOST_EXPERIMENTS = 1_000;

  private final URI server;
  private final HttpClient http;

  MlflowClient(URI server) {
    this.server = server;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /** Insists that it is at work. */
  void greet() throws IOException, InterruptedException {
    ask(request("/health").GET());
  }

  /** Its version, for example {@code 3.1.0}. */
  String version() throws IOException, InterruptedException {
    return ask(request("/version").GET()).strip();
  }

  /** How many active experiments it has, up to a thousand. */
  int experiments() throws IOException, InterruptedException {
    String query = Json.createObjectBuilder().add("max_results", MOST_EXPERIMENTS).build() + "";
    String answer =
        ask(
            request("/api/2.0/mlflow/experiments/search")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(query)));
    try (JsonReader reader = Json.createReader(new StringReader(answer))) {
      JsonObject found = reader.readObject();
      return found.containsKey("experiments") ? found.getJsonArray("experiments").size() : 0;
    } catch (JsonException | ClassCastException e) {
      throw new IOException("an answer that is none of MLflow's", e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server + path)).timeout(PATIENCE);
  }

  private String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode());
    }
    return answer.body();
  }
}
