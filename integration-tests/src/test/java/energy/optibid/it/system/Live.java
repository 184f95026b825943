package energy.optibid.it.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An open socket and what came over it, in order. */
final class Live implements WebSocket.Listener, AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private @Nullable WebSocket socket;

  /** Opens the socket at exactly {@code /ws} with this token as subprotocol. */
  static Live open(String token) {
    return open(Api.url(), token);
  }

  /** The same at one server of several. */
  static Live open(String base, String token) {
    Live live = new Live();
    live.socket =
        Api.client()
            .newWebSocketBuilder()
            .connectTimeout(Duration.ofSeconds(20))
            .subprotocols("bearer", token)
            .buildAsync(URI.create(base.replaceFirst("^http", "ws") + "/ws"), live)
            .join();
    return live;
  }

  String subprotocol() {
    return socket().getSubprotocol();
  }

  void say(String json) {
    socket().sendText(json, true).join();
  }

  void subscribe(String channel) {
    say("{\"type\":\"subscribe\",\"channel\":\"%s\"}".formatted(channel));
  }

  void resume(String channel, long from) {
    say("{\"type\":\"subscribe\",\"channel\":\"%s\",\"from\":%d}".formatted(channel, from));
  }

  /** The next message; fails when none comes. */
  JsonObject next() {
    try {
      JsonObject message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("Nothing came over the socket; closed: " + closed);
      }
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The updates that mention the word, up to the first of that event. */
  List<JsonObject> updatesOf(String word, String lastEvent) {
    List<JsonObject> heard = new ArrayList<>();
    while (true) {
      JsonObject message = next();
      if (message.getString("type").equals("update") && message.toString().contains(word)) {
        heard.add(message);
        if (message.getString("event").equals(lastEvent)) {
          return heard;
        }
      }
    }
  }

  /** Passes over everything until a tick of that price. */
  void untilTick(long price) {
    JsonObject message;
    do {
      message = next();
    } while (!message.getString("type").equals("tick")
        || message.getJsonObject("data").getJsonNumber("price").longValue() != price);
  }

  /** Everything that arrived until the answer to a ping, which overtakes nothing. */
  String untilPong() {
    say("{\"type\":\"ping\"}");
    StringBuilder all = new StringBuilder();
    while (true) {
      JsonObject message = next();
      if (message.getString("type").equals("pong")) {
        return all.toString();
      }
      all.append(message).append('\n');
    }
  }

  int closeCode() {
    return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      try (JsonReader reader = Json.createReader(new StringReader(part.toString()))) {
        messages.add(reader.readObject());
      }
      part.setLength(0);
    }
    webSocket.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    closed.complete(statusCode);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    socket().abort();
  }

  private WebSocket socket() {
    WebSocket open = socket;
    if (open == null) {
      throw new IllegalStateException("Not open");
    }
    return open;
  }
}
