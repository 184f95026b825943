package energy.optibid.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Named places at which a crash test has this process killed. Off unless the system property or the
 * environment ({@value #PROPERTY}, {@value #VARIABLE}) names a file when the process starts, and
 * then still off unless the file says {@code <name> <hit>}, for example {@code bid.submit.saved 1}:
 * the process gets SIGKILL when it comes by for the hit-th time since the file was written.
 */
public final class Failpoint {

  static final String PROPERTY = "optibid.failpoints";
  static final String VARIABLE = "OPTIBID_FAILPOINTS";

  private static final Logger LOG = Logger.getLogger(Failpoint.class.getName());
  private static final @Nullable Failpoint ARMED = fromSettings();

  private final Path file;
  private final Runnable kill;
  private final AtomicInteger hits = new AtomicInteger();
  private volatile String order = "";

  Failpoint(Path file, Runnable kill) {
    this.file = file;
    this.kill = kill;
  }

  /** Comes by the place of this name; does nothing outside a crash test. */
  public static void hit(String name) {
    Failpoint armed = ARMED;
    if (armed != null) {
      armed.pass(name);
    }
  }

  void pass(String name) {
    String written = written();
    if (!written.equals(order)) {
      order = written;
      hits.set(0);
    }
    String[] words = written.split(" ", 2);
    if (words.length == 2
        && words[0].equals(name)
        && hits.incrementAndGet() == Integer.parseInt(words[1].strip())) {
      kill.run();
    }
  }

  private String written() {
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Failpoint fromSettings() {
    String file = System.getProperty(PROPERTY, System.getenv(VARIABLE));
    if (file == null || file.isEmpty()) {
      return null;
    }
    LOG.log(Level.WARNING, "this process kills itself where {0} says", file);
    return new Failpoint(Path.of(file), Failpoint::killThisProcess);
  }

  /** As if somebody else had done it: no shutdown hook, no finally, no flush. */
  private static void killThisProcess() {
    try {
      new ProcessBuilder("kill", "-KILL", Long.toString(ProcessHandle.current().pid())).start();
      while (true) {
        Thread.onSpinWait();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
