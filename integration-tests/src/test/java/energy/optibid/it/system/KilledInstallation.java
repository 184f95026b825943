package energy.optibid.it.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The installation under test as its operator sees it: processes to kill, a command to start it.
 */
final class KilledInstallation {
  private final Path home;

  private KilledInstallation(Path home) {
    this.home = home;
  }

  /** The one whose home {@code optibid.test.home} names. */
  static KilledInstallation underTest() {
    return new KilledInstallation(Path.of(System.getProperty("optibid.test.home", "")));
  }

  /** SIGKILL to the server and to PostgreSQL; returns when both are gone. */
  void killAll() {
    for (String process : List.of("payara", "postgres")) {
      kill(home.resolve("run").resolve(process + ".pid"));
    }
  }

  private static void kill(Path pidFile) {
    try {
      ProcessHandle process =
          ProcessHandle.of(Long.parseLong(Files.readString(pidFile).trim())).orElseThrow();
      List<ProcessHandle> all = process.descendants().toList();
      process.destroyForcibly();
      process.onExit().join();
      all.forEach(child -> child.onExit().join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code ./optibid run} again, on the same home and ports. */
  void start() {
    List<String> command =
        List.of(
            Path.of("").toAbsolutePath().resolveSibling("optibid").toString(),
            "run",
            "--detach",
            "--no-frontend",
            "--home=" + home,
            "--port=" + URI.create(Api.url()).getPort(),
            "--admin-port=" + System.getProperty("optibid.test.admin.port"));
    try {
      int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new AssertionError("The installation did not come up again: exit code " + exit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
