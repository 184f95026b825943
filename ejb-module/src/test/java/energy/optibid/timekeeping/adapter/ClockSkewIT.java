package energy.optibid.timekeeping.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.operations.Service;
import energy.optibid.operations.Service.Condition;
import energy.optibid.shared.SystemConnections;
import energy.optibid.testing.PostgresServer;
import energy.optibid.timekeeping.ClockSkew;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The node's clock beside a real database's and a real time server's. */
class ClockSkewIT {
  private static final long NEAR_MILLIS = 500;

  private final SystemConnections database = PostgresServer.shared().systemConnections();

  @Test
  void ofOneMachine_theClocksAgree_andNobodyElseIsAsked() {
    ClockSkew skew = skew(Map.of(), Clock.systemUTC());
    ClockSkew.Reading reading = skew.read();
    assertNear(Duration.ZERO, reading.database().orElseThrow());
    assertTrue(reading.timeServer().isEmpty());
    assertTrue(reading.warning().isEmpty());
    Service.State state = new ClockService(skew).ask();
    assertEquals(Condition.UP, state.state());
    assertTrue(detail(state).endsWith("time servers not asked"), detail(state));
  }

  @Test
  void aClockThatIsAheadOfTheDatabase_isDown() {
    ClockSkew skew = skew(Map.of(), Clock.offset(Clock.systemUTC(), Duration.ofSeconds(5)));
    assertNear(Duration.ofSeconds(5), skew.read().database().orElseThrow());
    Service.State state = new ClockService(skew).ask();
    assertEquals(Condition.DOWN, state.state());
    assertTrue(detail(state).contains("This server's clock is off by "), detail(state));
  }

  @Test
  void aTimeServerSaysByHowMuchWeAreBehind() throws IOException {
    try (SntpServer server = new SntpServer(Duration.ofSeconds(3), 2)) {
      ClockSkew.Reading reading = skew(servers(server.address()), Clock.systemUTC()).read();
      assertNear(Duration.ofSeconds(-3), reading.timeServer().orElseThrow());
      assertTrue(reading.isTooLarge());
      ClockSkew.Reading patient =
          skew(
                  Map.of(
                      "optibid.clock.time-servers",
                      server.address(),
                      "optibid.clock.largest-skew",
                      "PT10S"),
                  Clock.systemUTC())
              .read();
      assertFalse(patient.isTooLarge());
    }
  }

  @Test
  void aServerThatWillNotBeAsked_orDoesNotAnswer_tellsNothing() throws IOException {
    String silent;
    try (SntpServer gone = new SntpServer(Duration.ZERO, 2)) {
      silent = gone.address();
    }
    try (SntpServer kiss = new SntpServer(Duration.ofHours(1), 0)) {
      ClockSkew skew = skew(servers(kiss.address() + ", " + silent), Clock.systemUTC());
      assertTrue(skew.read().timeServer().isEmpty());
      Service.State state = new ClockService(skew).ask();
      assertEquals(Condition.UP, state.state());
      assertTrue(detail(state).endsWith("time servers no answer"), detail(state));
    }
  }

  private static Map<String, String> servers(String addresses) {
    return Map.of("optibid.clock.time-servers", addresses, "optibid.clock.timeout", "PT0.3S");
  }

  private ClockSkew skew(Map<String, String> config, Clock clock) {
    ClockSettings settings = new ClockSettings(name -> Optional.ofNullable(config.get(name)));
    return new NodeClock(database, new TimeServers(settings), settings, clock);
  }

  private static String detail(Service.State state) {
    return String.valueOf(state.detail());
  }

  private static void assertNear(Duration expected, Duration actual) {
    long off = expected.minus(actual).abs().toMillis();
    assertTrue(off < NEAR_MILLIS, actual + " instead of " + expected);
  }
}
