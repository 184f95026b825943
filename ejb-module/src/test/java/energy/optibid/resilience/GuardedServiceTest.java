package energy.optibid.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.operations.Feature;
import energy.optibid.operations.Feature.Extent;
import energy.optibid.operations.Service.Circuit;
import energy.optibid.operations.Service.Condition;
import energy.optibid.operations.Service.Guarded;
import energy.optibid.operations.Service.State;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.testing.SettableClock;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardedServiceTest {
  private static final Instant START = Instant.parse("2026-07-01T10:00:00Z");

  private final SettableClock clock = new SettableClock(START);
  private final GuardedService service =
      new GuardedService("redis", "the memory of this node", Callable::call, clock);

  @Test
  void beforeAnyCall_itIsDownAndSaysThatItWasNotReached() {
    State state = state(service);
    assertEquals(Condition.DOWN, state.state());
    assertEquals("not reached yet", state.detail());
    assertNull(guarded(state).lastError());
  }

  @Test
  void anAnswer_bringsItUp_andSinceIsWhenItCameUp() throws Exception {
    clock.advance(Duration.ofSeconds(7));
    assertEquals("pong", service.call(() -> "pong"));
    clock.advance(Duration.ofSeconds(7));
    service.call(() -> "pong");
    State state = state(service);
    assertEquals(Condition.UP, state.state());
    assertEquals(START.plusSeconds(7).atOffset(ZoneOffset.UTC), guarded(state).since());
    assertEquals(Map.of("calls", 2L, "failures", 0L, "fallbacks", 0L), state.figures());
  }

  @Test
  void afterAFailure_theLastErrorStays_withoutAddressOrSecret() throws Exception {
    assertThrows(
        ServiceUnavailableException.class,
        () ->
            service.call(
                () -> {
                  throw new IllegalStateException(
                      "redis://:secret@10.0.0.7", new ConnectException("10.0.0.7 refused"));
                }));
    State down = state(service);
    assertEquals(Condition.DOWN, down.state());
    assertEquals("cannot be reached", down.detail());
    assertNull(down.latencyMs());
    service.call(() -> "back");
    State up = state(service);
    assertEquals(Condition.UP, up.state());
    assertNull(up.detail());
    assertEquals("cannot be reached", guarded(up).lastError());
  }

  @Test
  void theFallbackServesAndIsCounted() {
    String answer =
        service.callOr(
            () -> {
              throw new SocketTimeoutException("read");
            },
            () -> "from memory");
    assertEquals("from memory", answer);
    assertEquals(1, state(service).figures().get("fallbacks"));
    assertEquals("does not answer in time", state(service).detail());
  }

  @Test
  void theCallersOwnMistake_comesThroughAndSaysNothingOfTheService() throws Exception {
    service.call(() -> "up");
    ProblemException wrong = new ProblemException(ProblemCode.NOT_FOUND, "no such file");
    assertEquals(
        wrong,
        assertThrows(
            ProblemException.class,
            () ->
                service.call(
                    () -> {
                      throw wrong;
                    })));
    assertEquals(Condition.UP, state(service).state());
    assertEquals(0, state(service).figures().get("failures"));
  }

  @Test
  void anOpenCircuit_isDownAndClosesWithTheNextAnswer() throws Exception {
    GateGuard gate = new GateGuard();
    GuardedService guarded = new GuardedService("kafka", "the log waits", gate, clock);
    guarded.call(() -> 1);
    gate.refuses = new CircuitBreakerOpenException("open");
    assertThrows(ServiceUnavailableException.class, () -> guarded.call(() -> 2));
    assertEquals(Condition.DOWN, state(guarded).state());
    assertEquals(Circuit.OPEN, guarded(state(guarded)).circuit());
    gate.refuses = null;
    guarded.call(() -> 3);
    assertEquals(Condition.UP, state(guarded).state());
    assertEquals(Circuit.CLOSED, guarded(state(guarded)).circuit());
  }

  @Test
  void aCrowdedService_isNotDown() throws Exception {
    GateGuard gate = new GateGuard();
    GuardedService guarded = new GuardedService("s3", "the folder", gate, clock);
    guarded.call(() -> 1);
    gate.refuses = new BulkheadException("full");
    ServiceUnavailableException refused =
        assertThrows(ServiceUnavailableException.class, () -> guarded.call(() -> 2));
    assertFalse(Objects.requireNonNull(refused.getMessage()).isEmpty());
    assertEquals(Condition.UP, state(guarded).state());
  }

  @Test
  void aFeature_isWhatItsServiceLeavesOfIt() {
    Gauge off = new Gauge(false, service);
    assertEquals(new Feature("scan", Extent.FALLBACK, "not on"), off.feature());
    Gauge on = new Gauge(true, service);
    assertEquals(new Feature("scan", Extent.OFF, "away"), on.feature(), "not reached yet");
    on.probeNow();
    assertEquals(new Feature("scan", Extent.FULL, null), on.feature());
    on.broken = true;
    on.probeNow();
    assertEquals(new Feature("scan", Extent.OFF, "away"), on.feature());
    assertEquals("redis", on.name());
  }

  /** A service that answers until it is broken. */
  private static final class Gauge implements ProbedService {
    private final boolean enabled;
    private final GuardedService guarded;
    private boolean broken;

    Gauge(boolean enabled, GuardedService guarded) {
      this.enabled = enabled;
      this.guarded = guarded;
    }

    @Override
    public boolean enabled() {
      return enabled;
    }

    @Override
    public GuardedService guarded() {
      return guarded;
    }

    @Override
    public void probe() throws ConnectException {
      if (broken) {
        throw new ConnectException("refused");
      }
    }

    @Override
    public Use use() {
      return new Use("scan", Extent.FALLBACK, "not on", Extent.OFF, "away");
    }
  }

  private static State state(GuardedService service) {
    return service.state(Map.of());
  }

  private static Guarded guarded(State state) {
    return Objects.requireNonNull(state.guarded());
  }

  /** Lets calls through, or refuses them as the server's interceptors do. */
  private static final class GateGuard implements Guard {
    private @Nullable RuntimeException refuses;

    @Override
    public <T> T call(Callable<T> work) throws Exception {
      if (refuses != null) {
        throw refuses;
      }
      return work.call();
    }
  }
}
