package energy.optibid.it.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One watcher of one area: counts its ticks, and measures how late every so many are. */
final class TickListener implements WebSocket.Listener {
  private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
  private static final Pattern START = Pattern.compile("\"startsAt\":\"([^\"]+)\"");
  private static final Pattern AT = Pattern.compile("\"at\":\"([^\"]+)\"}$");
  private static final int MEASURED = 20;

  private final String channel;
  private final StringBuilder part = new StringBuilder();
  private final CountDownLatch subscribed = new CountDownLatch(1);
  private final Map<String, Long> newest = new HashMap<>();
  private final List<Long> lateMicros;
  private long first;
  private long received;
  private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

  private TickListener(String channel, List<Long> lateMicros) {
    this.channel = channel;
    this.lateMicros = lateMicros;
  }

  /**
   * Opens a socket and subscribes.
   *
   * @param lateMicros takes delays from the feed's time to here; must bear many threads
   */
  static TickListener open(HttpClient client, String token, String channel, List<Long> lateMicros) {
    TickListener listener = new TickListener(channel, lateMicros);
    client
        .newWebSocketBuilder()
        .connectTimeout(Duration.ofSeconds(60))
        .subprotocols("bearer", token)
        .buildAsync(URI.create(Api.url().replaceFirst("^http", "ws") + "/ws"), listener)
        .thenAccept(listener.socket::complete)
        .join();
    return listener;
  }

  void subscribe() {
    socket.join().sendText("{\"type\":\"subscribe\",\"channel\":\"" + channel + "\"}", true);
  }

  void awaitSubscribed() throws InterruptedException {
    subscribed.await();
  }

  /** Ticks that came, and those that newer ones replaced, of {@code sent} since the snapshot. */
  synchronized long received() {
    return received;
  }

  /** Whether the newest tick of a block has come. */
  synchronized boolean has(String startsAt, long number) {
    return newest.getOrDefault(startsAt, 0L) >= number;
  }

  /** Number of the last tick before it listened. */
  synchronized long first() {
    return first;
  }

  void close() {
    socket.join().abort();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      take(part.toString());
      part.setLength(0);
    }
    webSocket.request(1);
    return CompletableFuture.completedStage(null);
  }

  private synchronized void take(String text) {
    if (text.startsWith("{\"type\":\"tick\"")) {
      received++;
      newest.merge(find(START, text), Long.valueOf(find(NUMBER, text)), Long::max);
      if (received % MEASURED == 0) {
        Duration late = Duration.between(Instant.parse(find(AT, text)), Instant.now());
        lateMicros.add(late.toNanos() / 1_000);
      }
    } else if (text.startsWith("{\"type\":\"snapshot\"")) {
      Matcher number = NUMBER.matcher(text);
      first = number.find() ? Long.parseLong(number.group(1)) : 0;
      subscribed.countDown();
    }
  }

  private static String find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("No " + pattern + " in " + text);
    }
    return matcher.group(1);
  }
}
