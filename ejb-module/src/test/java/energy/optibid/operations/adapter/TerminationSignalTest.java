package energy.optibid.operations.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.operations.Draining;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Real signals to this process, whose end is only noted. */
class TerminationSignalTest {
  private static final Signal TERM = new Signal("TERM");

  private final Semaphore ends = new Semaphore(0);
  private final SignalHandler original = Signal.handle(TERM, signal -> ends.release());
  private final Draining draining = new Draining();

  @AfterEach
  void restore() {
    Signal.handle(TERM, original);
  }

  private TerminationSignal listening(String patience) {
    TerminationSignal termination = new TerminationSignal();
    termination.draining = draining;
    Map<String, String> settings =
        Map.of("optibid.drain.notice", "PT0S", "optibid.drain.patience", patience);
    termination.settings = new DrainSettings(name -> Objects.requireNonNull(settings.get(name)));
    termination.listen();
    return termination;
  }

  private boolean ended() throws InterruptedException {
    return ends.tryAcquire(20, TimeUnit.SECONDS);
  }

  @Test
  void sigterm_endsTheProcess_whenWhatIsUnderWayIsAnswered() throws Exception {
    listening("PT20S");
    assertTrue(draining.enter());
    Signal.raise(TERM);
    while (draining.enter()) {
      draining.leave();
      Thread.onSpinWait();
    }
    assertTrue(draining.isAnnounced());
    assertEquals(0, ends.availablePermits());
    draining.leave();
    assertTrue(ended());
  }

  @Test
  void drainingThatFails_endsTheProcessToo() throws Exception {
    TerminationSignal termination = listening("PT20S");
    termination.draining =
        new Draining() {
          @Override
          public synchronized void announce() {
            throw new IllegalStateException("expected by the test");
          }
        };
    Signal.raise(TERM);
    assertTrue(ended());
  }

  @Test
  void secondSigterm_endsItAtOnce() throws Exception {
    listening("PT10M");
    assertTrue(draining.enter());
    Signal.raise(TERM);
    Signal.raise(TERM);
    assertTrue(ended());
    draining.leave();
    assertTrue(ended(), "the first one goes on");
  }

  @Test
  void afterTheApplicationIsGone_sigtermIsWhatItWas() throws Exception {
    listening("PT20S").listenNoMore();
    Signal.raise(TERM);
    assertTrue(ended());
    assertFalse(draining.isAnnounced());
  }
}
