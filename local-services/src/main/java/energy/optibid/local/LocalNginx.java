package energy.optibid.local;

import energy.optibid.local.process.Command;
import energy.optibid.local.programs.DebianPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** nginx with the configuration the project ships, before nodes on this machine. */
public final class LocalNginx implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  private final ServerProcess process;
  private final DebianPrograms programs = DebianPrograms.of("nginx-light");
  private final int port;

  /**
   * @param folder its own
   * @param shipped {@code config/nginx/optibid.conf}
   */
  public LocalNginx(Path folder, Path shipped) {
    process = new ServerProcess("nginx", folder);
    port = process.port("http");
    try {
      Files.createDirectories(process.folder().resolve("logs"));
      Files.writeString(
          process.folder().resolve("optibid.conf"),
          Files.readString(shipped)
              .replace("listen 80;", "listen 127.0.0.1:" + port + ";")
              .replace("http {", "http {\n" + temporaryFolders()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String temporaryFolders() {
    return List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi").stream()
        .map(kind -> "  %s_temp_path %s;\n".formatted(kind, process.folder().resolve(kind)))
        .collect(Collectors.joining());
  }

  /** Where clients go. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Starts it before these nodes. */
  public void start(List<Integer> ports) {
    write(ports);
    process.start(
        command("daemon off;"),
        programs.environment(),
        () -> ServerProcess.accepts(port),
        PATIENCE);
  }

  /** From now on requests go to these nodes; those under way end where they are. */
  public void nodes(List<Integer> ports) {
    List<ProcessHandle> before = workers();
    write(ports);
    List<String> line = new ArrayList<>(command(""));
    line.addAll(List.of("-s", "reload"));
    Command.Result result = Command.run(line, programs.environment(), process.folder());
    if (!result.succeeded()) {
      throw new LaunchFailure("nginx was not reloaded: " + result.output());
    }
    Instant end = Instant.now().plus(PATIENCE);
    while (before.stream().anyMatch(LocalNginx::takesConnections)) {
      if (Instant.now().isAfter(end)) {
        throw new LaunchFailure("nginx did not take up its new nodes within " + PATIENCE + ".");
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private List<ProcessHandle> workers() {
    try {
      long master = Long.parseLong(Files.readString(pidFile()).trim());
      return ProcessHandle.of(master).stream().flatMap(ProcessHandle::children).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that only ends what it began says so in its title. */
  private static boolean takesConnections(ProcessHandle worker) {
    try {
      String title = Files.readString(Path.of("/proc/" + worker.pid() + "/cmdline"));
      return !title.isEmpty() && !title.contains("shutting down");
    } catch (IOException gone) {
      return false;
    }
  }

  private Path pidFile() {
    return process.folder().resolve("nginx.pid");
  }

  private List<String> command(String directives) {
    boolean root = System.getProperty("user.name").equals("root");
    return List.of(
        programs.program("nginx"),
        "-p",
        process.folder().toString(),
        "-c",
        "optibid.conf",
        "-e",
        process.log().toString(),
        "-g",
        directives + " pid " + pidFile() + ";" + (root ? " user root;" : ""));
  }

  private void write(List<Integer> ports) {
    try {
      Files.writeString(
          process.folder().resolve("nodes.conf"),
          ports.stream()
              .map("server 127.0.0.1:%d max_fails=1 fail_timeout=2s;%n"::formatted)
              .collect(Collectors.joining()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
