package energy.optibid.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that holds one process id and nothing else, so that scripts can {@code cat} it. A process
 * that was started after the file was written is another one that was given the same number.
 */
public record PidFile(Path file) {
  /** The kernel counts starts in ticks since boot; translated to wall time they wobble a little. */
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(3);

  public void write(long pid) {
    try {
      Files.writeString(file, pid + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The living process this file was written for; empty when it has ended or was never started. */
  public Optional<ProcessHandle> process() {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      long pid = Long.parseLong(Files.readString(file).trim());
      Instant written = Files.getLastModifiedTime(file).toInstant();
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(
              process ->
                  process
                      .info()
                      .startInstant()
                      .map(start -> !start.isAfter(written.plus(CLOCK_SLACK)))
                      .orElse(true));
    } catch (NumberFormatException truncated) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
