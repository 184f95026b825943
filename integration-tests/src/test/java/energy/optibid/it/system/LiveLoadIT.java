package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many watchers of prices, some of them watchers of bids, one that reads nothing. What is sent is
 * delivered or replaced by newer, and every event of a bid arrives. {@code
 * -Doptibid.test.ws.clients=2000 -Doptibid.test.ws.seconds=60} is the benchmark.
 */
@Tag("system")
class LiveLoadIT {
  private static final int CLIENTS = Integer.getInteger("optibid.test.ws.clients", 150);
  private static final int SECONDS = Integer.getInteger("optibid.test.ws.seconds", 4);
  private static final int BID_WATCHERS = 20;
  private static final int ROUND_MILLIS = 100;
  private static final String MARKET = "sim-dam";

  /** Only the one that reads nothing watches it, and gets more than the network's buffers hold. */
  private static final String FLOODED = "sim-gdam";

  private static final int FLOOD = 10_000;
  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
  private static final List<String> AREAS =
      List.of("A1", "A2", "E1", "E2", "N1", "N2", "N3", "S1", "S2", "S3", "W1", "W2", "W3");

  private final Api feed = Api.as("market@platform");
  private final String token = Api.tokenOf(TradingDay.OWNER);
  private final List<Long> lateMicros = Collections.synchronizedList(new ArrayList<>());
  private long told;
  private final OffsetDateTime block = LocalDate.now(INDIA).atStartOfDay(INDIA).toOffsetDateTime();

  @Test
  void whatIsSent_isDeliveredOrReplacedByNewer_andNoBidEventIsLost() throws Exception {
    TradingDay day = TradingDay.imported();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    HttpClient client = HttpClient.newBuilder().executor(threads).build();
    List<TickListener> listeners = new ArrayList<>();
    try {
      for (int i = 0; i < CLIENTS; i++) {
        listeners.add(
            TickListener.open(
                client, token, channel(MARKET, AREAS.get(i % AREAS.size())), lateMicros));
      }
      for (TickListener listener : listeners) {
        listener.subscribe();
      }
      for (TickListener listener : listeners) {
        listener.awaitSubscribed();
      }
      List<Live> bidWatchers = watchBids();
      TickCounts before = TickCounts.read();
      long memory = serverMemory();
      long cpu = clientCpu();
      try (StoppedReader stopped = StoppedReader.open(token, List.of(channel(FLOODED, "A1")))) {
        await(() -> flood() == FLOOD && TickCounts.read().conflated() > before.conflated());
        int bids = run(day);
        await(() -> listeners.stream().allMatch(this::hasTheNewest));
        assertEveryBidEventArrived(bidWatchers, bids);
      }
      await(() -> TickCounts.read().settled());
      report(listeners, before, memory, clientCpu() - cpu);
    } finally {
      listeners.forEach(TickListener::close);
      threads.shutdownNow();
    }
  }

  /** One tick of every area each round; a bid every fifth. */
  private int run(TradingDay day) {
    int bids = 0;
    Instant start = Instant.now();
    int rounds = SECONDS * 1000 / ROUND_MILLIS;
    for (int round = 1; round <= rounds; round++) {
      tellOnce();
      if (round % 5 == 0) {
        day.owner.create("/api/v1/bids", day.bidBody()).expect(201);
        bids++;
      }
      Duration ahead =
          Duration.between(Instant.now(), start.plusMillis((long) round * ROUND_MILLIS));
      if (!ahead.isNegative()) {
        LockSupport.parkNanos(ahead.toNanos());
      }
    }
    return bids;
  }

  private void tellOnce() {
    String now = Instant.now().toString();
    long price = 1000 + ++told % 1000;
    String ticks =
        AREAS.stream().map(area -> tick(area, block, price, now)).collect(Collectors.joining(","));
    assertEquals(AREAS.size(), publish(MARKET, ticks));
  }

  /** All blocks of a day over and over. */
  private int flood() {
    String now = Instant.now().toString();
    String ticks =
        IntStream.range(0, FLOOD)
            .mapToObj(i -> tick("A1", block.plusMinutes(15L * (i % 96)), i % 10_000, now))
            .collect(Collectors.joining(","));
    return publish(FLOODED, ticks);
  }

  private static String tick(String area, OffsetDateTime start, long price, String at) {
    return "{\"area\":\"%s\",\"startsAt\":\"%s\",\"price\":%d,\"at\":\"%s\"}"
        .formatted(area, start, price, at);
  }

  private int publish(String market, String ticks) {
    return feed.post("/api/v1/feeds/" + market + "/ticks", "{\"ticks\":[" + ticks + "]}")
        .expect(200)
        .json()
        .getInt("ticks");
  }

  private boolean hasTheNewest(TickListener listener) {
    return listener.has(block.toInstant().toString(), listener.first() + told);
  }

  private List<Live> watchBids() {
    List<Live> watchers = new ArrayList<>();
    for (int i = 0; i < BID_WATCHERS; i++) {
      Live live = Live.open(token);
      live.subscribe("bids");
      assertEquals("snapshot", live.next().getString("type"));
      watchers.add(live);
    }
    return watchers;
  }

  private static void assertEveryBidEventArrived(List<Live> watchers, int bids) {
    for (Live live : watchers) {
      long sequence = -1;
      for (int created = 0; created < bids; ) {
        JsonObject update = live.next();
        long next = update.getJsonNumber("sequence").longValueExact();
        assertTrue(sequence < 0 || next == sequence + 1, "after " + sequence + " came " + next);
        sequence = next;
        created += update.getString("event").equals("bid.created") ? 1 : 0;
      }
      live.close();
    }
  }

  private void report(List<TickListener> listeners, TickCounts before, long memory, long cpuNanos)
      throws IOException {
    long sent = told * listeners.size();
    long received = listeners.stream().mapToLong(TickListener::received).sum();
    TickCounts now = TickCounts.read();
    long offered = now.offered() - before.offered();
    long delivered = now.delivered() - before.delivered();
    long conflated = now.conflated() - before.conflated();
    long dropped = now.dropped() - before.dropped();
    assertEquals(offered, delivered + conflated + dropped, "nothing is lost without a word");
    long toTheStopped = offered - sent;
    assertEquals(0, toTheStopped % FLOOD, toTheStopped + " for the one that read nothing");
    assertTrue(conflated > 0, "it made room for newer ones");
    assertTrue(dropped <= 97, "one of each block of the one that read nothing: " + dropped);
    assertTrue(received <= sent && received <= delivered);
    Collections.sort(lateMicros);
    System.out.printf(
        "%d watchers, %d ticks to them: %d received, %d replaced (%.2f %%); server: %d offered,"
            + " %d delivered, %d conflated, %d dropped; late p50 %.1f ms, p99 %.1f ms; client CPU"
            + " %.1f s; server RSS %d -> %d MB%n",
        listeners.size(),
        sent,
        received,
        sent - received,
        100.0 * (sent - received) / sent,
        offered,
        delivered,
        conflated,
        dropped,
        percentile(50),
        percentile(99),
        cpuNanos / 1e9,
        memory,
        serverMemory());
  }

  private double percentile(int percent) {
    return lateMicros.get((lateMicros.size() - 1) * percent / 100) / 1000.0;
  }

  private static String channel(String market, String area) {
    return "market.prices." + market + "." + area;
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plusSeconds(60);
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(end), "it did not come about");
      LockSupport.parkNanos(50_000_000);
    }
  }

  private static long clientCpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  /** Resident memory of the server's process in MB; 0 where it cannot be seen. */
  private static long serverMemory() throws IOException {
    String home = System.getProperty("optibid.test.home", "");
    for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
      Path status = Path.of("/proc/" + process.pid() + "/status");
      boolean server =
          process
              .info()
              .commandLine()
              .filter(line -> line.contains("GFMain") || line.contains("glassfish"))
              .filter(line -> line.contains(home))
              .isPresent();
      if (server && Files.exists(status)) {
        Matcher rss = Pattern.compile("VmRSS:\\s+(\\d+)").matcher(Files.readString(status));
        return rss.find() ? Long.parseLong(rss.group(1)) / 1024 : 0;
      }
    }
    return 0;
  }
}
