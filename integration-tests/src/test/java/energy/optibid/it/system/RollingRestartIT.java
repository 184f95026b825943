package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.local.LocalNginx;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payara Server and Payara Micro behind nginx as it is shipped. */
@Tag("rolling")
class RollingRestartIT {
  private static final int RATE = 10;

  private final Ledger ledger = new Ledger(KilledInstallation.underTest());
  private final Queue<String> made = new ConcurrentLinkedQueue<>();

  @Test
  void oneNodeAfterTheOtherIsRestarted_andNoRequestAndNoEventIsLost(@TempDir Path folder)
      throws Exception {
    TradingDay day = TradingDay.imported();
    try (LocalNginx nginx = new LocalNginx(folder, BehindNginxIT.SHIPPED)) {
      nginx.start(List.of(Node.SERVER.port(), Node.MICRO.port()));
      Api owner = day.owner.at(nginx.url());
      String token = Api.tokenOf(TradingDay.OWNER);
      OpenLoad load = new OpenLoad(kinds(owner, day), RATE);
      long seen;
      try (load;
          Live live = Live.open(nginx.url(), token)) {
        live.subscribe("bids");
        seen = live.next().getJsonNumber("sequence").longValueExact();
        load.start();
        pass(Duration.ofSeconds(3));
        for (Node node : Node.values()) {
          load.phase(node + " restarted");
          nginx.nodes(List.of(node.other().port()));
          node.stop();
          node.startAgain();
          nginx.nodes(List.of(Node.SERVER.port(), Node.MICRO.port()));
        }
        load.phase("after");
        pass(Duration.ofSeconds(3));
      }
      load.summaries().forEach(RollingRestartIT::report);
      load.summaries().forEach((phase, those) -> assertEquals(List.of(), those.errors(), phase));
      everyEventIsHeard(nginx.url(), token, seen);
    } finally {
      day.endSandbox();
    }
  }

  /** What was missed while the socket was away is told again, each event once and in order. */
  private void everyEventIsHeard(String url, String token, long seen) {
    ledger.awaitNone("events in the outbox", "select count(*) from outbox");
    try (Live live = Live.open(url, token)) {
      live.resume("bids", seen);
      int heard = 0;
      for (long sequence = seen + 1; heard < made.size(); sequence++) {
        JsonObject update = live.next();
        assertEquals(sequence, update.getJsonNumber("sequence").longValueExact());
        heard += update.getString("event").equals("bid.created") ? 1 : 0;
      }
    }
    assertTrue(made.size() > 0);
    System.out.printf("%d bids made while the nodes were restarted, all told of%n", made.size());
  }

  private List<OpenLoad.Kind> kinds(Api owner, TradingDay day) {
    return List.of(
        new OpenLoad.Kind("me", () -> owner.get("/api/v1/auth/me").expect(200)),
        new OpenLoad.Kind("bids", () -> owner.get("/api/v1/bids?limit=20").expect(200)),
        new OpenLoad.Kind("markets", () -> owner.get("/api/v1/markets").expect(200)),
        new OpenLoad.Kind(
            "new bid",
            () ->
                made.add(
                    owner
                        .create("/api/v1/bids", day.bidBody())
                        .expect(201)
                        .json()
                        .getString("id"))));
  }

  private static void report(String phase, OpenLoad.Summary figures) {
    System.out.printf(
        "%-20s %5d requests, p50 %.1f ms, p99 %.1f ms, max %.1f ms, %d errors%n",
        phase,
        figures.requests(),
        figures.p50(),
        figures.p99(),
        figures.max(),
        figures.errors().size());
  }

  private static void pass(Duration time) {
    Instant end = Instant.now().plus(time);
    while (Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.between(Instant.now(), end).toNanos());
    }
  }
}
