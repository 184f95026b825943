package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.local.LocalService;
import energy.optibid.local.LocalServices;
import energy.optibid.local.ServerProcess;
import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every optional service of an installation that was started with {@code --with} is killed, frozen
 * and slowed under a steady load of mixed requests and watchers: all of them at once, and with
 * {@code -Doptibid.test.chaos.each=true} one by one before that. {@code …chaos.seconds} is how long
 * each state lasts, {@code …chaos.rate} the requests a second, {@code …chaos.watchers} the sockets.
 */
@Tag("chaos")
class ChaosIT {
  private static final int SECONDS = Integer.getInteger("optibid.test.chaos.seconds", 5);
  private static final boolean EACH = Boolean.getBoolean("optibid.test.chaos.each");
  private static final int RATE = Integer.getInteger("optibid.test.chaos.rate", 10);
  private static final int WATCHERS = Integer.getInteger("optibid.test.chaos.watchers", 200);
  private static final Duration BACK_WITHIN = Duration.ofSeconds(60);
  private static final Duration SLICE = Duration.ofMillis(200);
  private final Ledger ledger = new Ledger(KilledInstallation.underTest());
  private final Path services =
      Path.of(System.getProperty("optibid.test.home", "")).resolve("services");
  private final Map<String, Double> recovered = new LinkedHashMap<>();

  @Test
  void optionalServicesDieAndComeBack_andNobodyWhoDoesNotNeedThemNotices() throws Exception {
    List<LocalService> victims =
        LocalServices.names().stream()
            .map(name -> LocalServices.of(name, services))
            .filter(service -> service.process().isAlive())
            .toList();
    assertFalse(victims.isEmpty(), "no service runs beside the system");
    TradingDay day = TradingDay.imported();
    MixedRequests requests = new MixedRequests(day);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<TickListener> watchers = watchers(HttpClient.newBuilder().executor(threads).build());
    TickCounts before = TickCounts.read();
    OpenLoad load = new OpenLoad(requests.kinds(), RATE);
    try (load) {
      load.start();
      pass(2 * SECONDS);
      if (EACH) {
        for (LocalService victim : victims) {
          torment(load, List.of(victim), victim.name());
        }
      }
      torment(load, victims, "all");
      load.phase("after");
      pass(2 * SECONDS);
    } finally {
      watchers.forEach(TickListener::close);
      threads.shutdownNow();
      day.endSandbox();
    }
    report(load, victims);
    load.summaries().forEach((phase, summary) -> assertEquals(List.of(), summary.errors(), phase));
    appliedOnce(requests);
    ticksAreAccountedFor(before);
  }

  @Test
  void theDatabaseDiesAndComesBack_andWhatWasAcknowledgedIsThere() throws Exception {
    TradingDay day = TradingDay.imported();
    MixedRequests requests = new MixedRequests(day);
    KilledInstallation installation = KilledInstallation.underTest();
    OpenLoad load = new OpenLoad(requests.kinds(), RATE);
    try (load) {
      load.start();
      pass(SECONDS);
      load.phase("database killed");
      Runnable start = installation.killDatabase();
      pass(SECONDS);
      start.run();
      Instant started = Instant.now();
      await(
          "the database",
          () ->
              Api.anonymous().get("/health/ready").status() == 200
                  && day.owner.get("/api/v1/bids?limit=1").status() == 200);
      recovered.put("database", Duration.between(started, Instant.now()).toMillis() / 1000.0);
      load.phase("after");
      pass(2 * SECONDS);
    } finally {
      day.endSandbox();
    }
    report(load, List.of());
    load.summaries()
        .forEach(
            (phase, summary) ->
                assertEquals(
                    List.of(),
                    phase.equals("database killed")
                        ? summary.errors().stream().filter(error -> !saidSo(error)).toList()
                        : summary.errors(),
                    phase));
    for (UUID bid : requests.created()) {
      assertEquals(1, ledger.count("select count(*) from bid where id = ?", bid), bid::toString);
    }
    appliedOnce(requests);
  }

  /** While the database is down a request is told that, not that something went wrong. */
  private static boolean saidSo(String error) {
    return error.contains("was 503 ");
  }

  private void torment(OpenLoad load, List<LocalService> victims, String name) {
    load.phase(name + " killed");
    victims.forEach(victim -> victim.process().kill());
    pass(SECONDS);
    awaitSeenAway(victims);
    load.phase(name + " starting");
    victims.forEach(LocalService::start);
    awaitBack(name + " killed", victims);

    load.phase(name + " frozen");
    victims.forEach(victim -> victim.process().freeze());
    pass(SECONDS);
    awaitSeenAway(victims);
    load.phase(name + " thawed");
    victims.forEach(victim -> victim.process().thaw());
    awaitBack(name + " frozen", victims);

    load.phase(name + " slow");
    slow(victims.stream().map(LocalService::process).toList());
    load.phase(name + " well again");
    awaitBack(name + " slow", victims);
  }

  /** At work a fifth of the time. */
  private static void slow(List<ServerProcess> processes) {
    Instant end = Instant.now().plusSeconds(SECONDS);
    while (Instant.now().isBefore(end)) {
      processes.forEach(ServerProcess::freeze);
      LockSupport.parkNanos(SLICE.multipliedBy(4).toNanos());
      processes.forEach(ServerProcess::thaw);
      LockSupport.parkNanos(SLICE.toNanos());
    }
  }

  private static void awaitSeenAway(List<LocalService> victims) {
    await("seen as away", () -> states(victims).noneMatch(ChaosIT::isWell));
  }

  private void awaitBack(String what, List<LocalService> victims) {
    Instant start = Instant.now();
    await(what, () -> states(victims).allMatch(ChaosIT::isWell));
    recovered.put(what, Duration.between(start, Instant.now()).toMillis() / 1000.0);
  }

  private static Stream<JsonObject> states(List<LocalService> services) {
    JsonObject states =
        Api.anonymous().get("/api/v1/status").expect(200).json().getJsonObject("services");
    return services.stream().map(service -> states.getJsonObject(service.name()));
  }

  private static boolean isWell(JsonObject state) {
    return state.getString("state").equals("up")
        && state.getJsonObject("guarded").getString("circuit").equals("closed");
  }

  private List<TickListener> watchers(HttpClient client) throws InterruptedException {
    List<Long> late = Collections.synchronizedList(new ArrayList<>());
    String token = Api.tokenOf(TradingDay.OWNER);
    List<TickListener> watchers = new ArrayList<>();
    for (int i = 0; i < WATCHERS; i++) {
      String channel = MixedRequests.channel(i);
      watchers.add(TickListener.open(client, token, channel, late));
    }
    watchers.forEach(TickListener::subscribe);
    for (TickListener watcher : watchers) {
      watcher.awaitSubscribed();
    }
    return watchers;
  }

  /** Each bid that was acknowledged is stored, told of and consumed once. */
  private void appliedOnce(MixedRequests requests) {
    ledger.awaitNone("events in the outbox", "select count(*) from outbox");
    ledger.awaitNone("deliveries", "select count(*) from delivery");
    long events =
        ledger.count(
            "select count(*) from event_log"
                + " where type like 'bid.%' or type in ('award.published', 'standing.refused')");
    assertEquals(
        events,
        ledger.count("select count(*) from consumption where consumer = 'bid-activity'"),
        "consumed");
    assertEquals(events, ledger.count("select count(*) from bid_activity"), "shown");
    assertEquals(0, ledger.count("select count(*) from dead_letter"), "dead letters");
    System.out.printf(
        "%d bids made, %d events, each consumed and shown once%n",
        requests.created().size(), events);
  }

  private static void ticksAreAccountedFor(TickCounts before) {
    await("ticks on their way", () -> TickCounts.read().settled());
    TickCounts now = TickCounts.read();
    System.out.printf(
        "ticks: %d offered, %d delivered, %d conflated, %d dropped with their sockets%n",
        now.offered() - before.offered(),
        now.delivered() - before.delivered(),
        now.conflated() - before.conflated(),
        now.dropped() - before.dropped());
  }

  private void report(OpenLoad load, List<LocalService> victims) {
    System.out.printf(
        "%d requests/s, %d watchers, each state %d s; services: %s%n",
        RATE,
        WATCHERS,
        SECONDS,
        String.join(", ", victims.stream().map(LocalService::name).toList()));
    System.out.printf(
        "%-24s %8s %8s %8s %8s %7s%n", "", "requests", "p50 ms", "p99 ms", "max ms", "errors");
    load.summaries()
        .forEach(
            (phase, figures) ->
                System.out.printf(
                    "%-24s %8d %8.1f %8.1f %8.1f %7d%n",
                    phase,
                    figures.requests(),
                    figures.p50(),
                    figures.p99(),
                    figures.max(),
                    figures.errors().size()));
    recovered.forEach(
        (what, seconds) -> System.out.printf("%-24s well again after %.1f s%n", what, seconds));
  }

  private static void pass(int seconds) {
    Instant end = Instant.now().plusSeconds(seconds);
    while (Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.between(Instant.now(), end).toNanos());
    }
  }

  private static void await(String what, BooleanSupplier condition) {
    Instant end = Instant.now().plus(BACK_WITHIN);
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(end), what + ": not within " + BACK_WITHIN);
      LockSupport.parkNanos(SLICE.toNanos());
    }
  }
}
