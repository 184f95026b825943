package energy.optibid.launcher.postgres;

import energy.optibid.local.LaunchFailure;
import energy.optibid.local.process.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL's data folder and what its {@code postmaster.pid} is worth. Every process of a server
 * has the data folder as its working folder; that, and not the number in the file, tells a living
 * server from one that was killed and whose number was given away.
 */
record DataFolder(Path path) {
  private static final int LINE_OF_PORT = 3;
  private static final Duration ORPHANS_END_WITHIN = Duration.ofSeconds(30);

  /** A server that is running on this folder. */
  record Running(ProcessHandle postmaster, int port) {}

  boolean isInitialised() {
    return Files.exists(path.resolve("PG_VERSION"));
  }

  /** The server running on this folder, whoever started it. */
  Optional<Running> running() {
    List<String> lines = pidLines();
    if (lines.size() <= LINE_OF_PORT) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
        .filter(this::worksHere)
        .map(process -> new Running(process, Integer.parseInt(lines.get(LINE_OF_PORT).trim())));
  }

  /**
   * After a server was killed: waits for its orphaned backends to end, and removes the pid file if
   * its number now belongs to a process that has nothing to do with this folder. (PostgreSQL itself
   * deals with a number that belongs to nobody.)
   */
  void clearStalePidFile() {
    for (ProcessHandle orphan : processes()) {
      if (!Ending.gone(orphan, ORPHANS_END_WITHIN) && worksHere(orphan)) {
        throw new LaunchFailure(
            "Process %d of an earlier PostgreSQL still uses %s; end it and start again."
                .formatted(orphan.pid(), path));
      }
    }
    List<String> lines = pidLines();
    if (lines.isEmpty()) {
      return;
    }
    boolean numberGivenAway =
        ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
            .filter(process -> !worksHere(process))
            .isPresent();
    if (numberGivenAway) {
      try {
        Files.delete(pidFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Path pidFile() {
    return path.resolve("postmaster.pid");
  }

  private List<String> pidLines() {
    try {
      return Files.exists(pidFile()) ? Files.readAllLines(pidFile()) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<ProcessHandle> processes() {
    return ProcessHandle.allProcesses().filter(this::worksHere).toList();
  }

  private boolean worksHere(ProcessHandle process) {
    try {
      Path folder = Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
      return folder.equals(path.toRealPath());
    } catch (IOException | SecurityException notOurs) {
      return false;
    }
  }
}
