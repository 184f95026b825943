package energy.optibid.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** One line per step on standard output, with the seconds since the start. */
final class Progress {
  private final PrintStream out;
  private final Instant start = Instant.now();

  Progress(PrintStream out) {
    this.out = out;
  }

  void say(String step) {
    out.printf("[%5.1f s] %s%n", seconds(), step);
    out.flush();
  }

  double seconds() {
    return Duration.between(start, Instant.now()).toMillis() / 1000.0;
  }
}
