package energy.optibid.local;

import energy.optibid.local.process.Child;
import energy.optibid.local.process.Command;
import energy.optibid.local.process.Ending;
import energy.optibid.local.process.PidFile;
import energy.optibid.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A server in a process of its own. Its folder holds {@code server.log} and {@code server.pid}, by
 * which a later launcher finds it again.
 */
public final class ServerProcess {
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration PATIENCE_AT_END = Duration.ofSeconds(20);
  private static final int CONNECT_MILLIS = 500;

  private final String name;
  private final Path folder;

  /**
   * @param name what people call it, for sentences
   * @param folder its own; made where it is missing
   */
  public ServerProcess(String name, Path folder) {
    this.name = name;
    this.folder = folder.toAbsolutePath();
    try {
      Files.createDirectories(this.folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it may keep its files. */
  public Path folder() {
    return folder;
  }

  /**
   * A port of its own on the loopback address, the same each time it starts: a free one the first
   * time, remembered in its folder.
   *
   * @param use what it is for, as a server may have several
   */
  public int port(String use) {
    Path remembered = folder.resolve(use + ".port");
    try {
      if (Files.exists(remembered)) {
        return Integer.parseInt(Files.readString(remembered).trim());
      }
      int port = Ports.anyFree();
      Files.writeString(remembered, port + "\n");
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it prints. */
  public Path log() {
    return folder.resolve("server.log");
  }

  private PidFile pidFile() {
    return new PidFile(folder.resolve("server.pid"));
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param ready asks it
   * @throws LaunchFailure when it ends, or does not answer in time, with the end of its log
   */
  public void start(
      List<String> command,
      Map<String, String> environment,
      BooleanSupplier ready,
      Duration patience) {
    if (isAlive()) {
      throw new LaunchFailure("%s runs already.".formatted(name));
    }
    Child child = new Child(log(), pidFile());
    Process process = child.start(command, environment, folder);
    Instant deadline = Instant.now().plus(patience);
    while (process.isAlive() && Instant.now().isBefore(deadline)) {
      if (ready.getAsBoolean()) {
        return;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    String ending = process.isAlive() ? "did not answer within " + patience : "ended at once";
    close();
    throw new LaunchFailure(
        "%s %s; its log %s ends:%n%s".formatted(name, ending, log(), child.tail(15)));
  }

  /** Whether something accepts connections at the port of the loopback address. */
  public static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  public boolean isAlive() {
    return pidFile().process().isPresent();
  }

  /** Ends it at once, as a crash would. */
  public void kill() {
    signal("-KILL");
    pidFile().process().ifPresent(process -> Ending.gone(process, PATIENCE_AT_END));
    pidFile().delete();
  }

  /** Stops it in the middle of whatever it does: connections stay open, nothing answers. */
  public void freeze() {
    signal("-STOP");
  }

  /** Lets a frozen one go on. */
  public void thaw() {
    signal("-CONT");
  }

  /** Ends it in order, by force after a while; a frozen one too. */
  public void close() {
    thaw();
    pidFile().process().ifPresent(process -> Ending.end(process, PATIENCE_AT_END));
    pidFile().delete();
  }

  private void signal(String signal) {
    pidFile()
        .process()
        .ifPresent(
            process -> {
              List<String> command = new ArrayList<>(List.of("kill", signal));
              command.add(Long.toString(process.pid()));
              process.descendants().forEach(child -> command.add(Long.toString(child.pid())));
              Command.run(command, Map.of(), folder);
            });
  }
}
