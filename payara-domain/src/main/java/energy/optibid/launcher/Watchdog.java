package energy.optibid.launcher;

import energy.optibid.launcher.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A sleeping shell that ends what the launcher started when the launcher itself was killed. It
 * waits on a pipe only the launcher holds; the pipe breaks however the launcher ends.
 */
final class Watchdog {
  private static final String SCRIPT =
      """
      trap '' INT HUP
      run=$1; shift
      read -r word
      [ "$word" = keep ] && exit 0
      for pid in "$run"/*.pid; do [ -e "$pid" ] && exec "$@"; done
      """;

  private final Process shell;

  private Watchdog(Process shell) {
    this.shell = shell;
  }

  /**
   * Begins to watch.
   *
   * @param stopOptions what {@code stop} is told beside the home, to end less than all of it
   */
  static Watchdog over(Home home, String... stopOptions) {
    List<String> line =
        new ArrayList<>(
            List.of("setsid", "sh", "-c", SCRIPT, "optibid-watchdog", home.run().toString()));
    line.addAll(Launcher.command());
    line.addAll(List.of("stop", "--home", home.folder().toString()));
    line.addAll(List.of(stopOptions));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.redirectErrorStream(true);
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(home.logs().resolve("watchdog.log").toFile()));
    try {
      return new Watchdog(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was started is to stay when the launcher ends now. */
  void letThemRun() {
    try (Writer words = shell.outputWriter(StandardCharsets.US_ASCII)) {
      words.write("keep\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
