package energy.optibid.it.system;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The installation under test as its operator sees it: processes to kill, a command to start it.
 */
final class KilledInstallation {
  private final Path home;
  private final Map<String, String> environment;

  private KilledInstallation(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  /** The one whose home {@code optibid.test.home} names. */
  static KilledInstallation underTest() {
    return new KilledInstallation(Path.of(System.getProperty("optibid.test.home", "")), Map.of());
  }

  /** The same, whose server kills itself where the file of failpoints says. */
  KilledInstallation withFailpoints() {
    return new KilledInstallation(
        home,
        Map.of(
            "OPTIBID_FAILPOINTS", failpoints().toString(), "OPTIBID_GATEWAY_HOSTS", "127.0.0.1"));
  }

  /**
   * What {@code energy.optibid.shared.Failpoint} reads; {@code ./optibid test} tells the server.
   */
  Path failpoints() {
    return home.resolve("run/failpoint");
  }

  /** SIGKILL to the server and to PostgreSQL; returns when both are gone. */
  void killAll() {
    for (String process : List.of("payara", "postgres")) {
      kill(process);
    }
  }

  /** SIGKILL to one process; returns when it is gone. */
  void kill(String name) {
    ProcessHandle process = process(name);
    List<ProcessHandle> all = process.descendants().toList();
    process.destroyForcibly();
    process.onExit().join();
    all.forEach(child -> child.onExit().join());
  }

  /** SIGTERM to one process; returns when it is gone. */
  void stop(String name) {
    ProcessHandle process = process(name);
    process.destroy();
    process.onExit().join();
  }

  /**
   * SIGKILL to PostgreSQL; returns when it is gone.
   *
   * @return starts it again as it was, while the server goes on
   */
  Runnable killDatabase() {
    List<String> line = new ArrayList<>(List.of("setsid"));
    if (System.getProperty("user.name").equals("root")) {
      // PostgreSQL refuses to run as root, but not as the root of a namespace of its own
      line.addAll(List.of("unshare", "--user"));
    }
    line.addAll(commandLine(process("postgres")));
    kill("postgres");
    return () -> {
      try {
        Process postgres =
            new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(
                    ProcessBuilder.Redirect.appendTo(home.resolve("logs/postgresql.log").toFile()))
                .start();
        Files.writeString(home.resolve("run/postgres.pid"), postgres.pid() + "\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static List<String> commandLine(ProcessHandle process) {
    try {
      String line = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
      return List.of(line.split("\0"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code <home>/run/<name>.pid} stands for. */
  ProcessHandle process(String name) {
    try {
      Path pidFile = home.resolve("run").resolve(name + ".pid");
      return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).trim())).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The settings its servers were given, secrets among them. */
  Properties settings() {
    Properties settings = new Properties();
    try (Reader file = Files.newBufferedReader(home.resolve("secrets/optibid.properties"))) {
      settings.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings;
  }

  /** {@code ./optibid run} again, on the same home and ports. */
  void start() {
    optibid(
        "run",
        "--no-frontend",
        "--port=" + URI.create(Api.url()).getPort(),
        "--admin-port=" + System.getProperty("optibid.test.admin.port"));
  }

  /** {@code ./optibid node} again, on the same home and port. */
  void startNode(int port) {
    optibid("node", "--port=" + port);
  }

  private void optibid(String command, String... options) {
    List<String> line = new ArrayList<>();
    line.add(Path.of("").toAbsolutePath().resolveSibling("optibid").toString());
    line.addAll(List.of(command, "--detach", "--home=" + home));
    line.addAll(List.of(options));
    try {
      ProcessBuilder builder = new ProcessBuilder(line).inheritIO();
      builder.environment().putAll(environment);
      int exit = builder.start().waitFor();
      if (exit != 0) {
        throw new AssertionError("It did not come up again: exit code " + exit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
