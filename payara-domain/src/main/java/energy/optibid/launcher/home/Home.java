package energy.optibid.launcher.home;

import energy.optibid.local.LaunchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that is one installation: {@code postgres/} (data and binaries), {@code payara/}
 * (server and domain), {@code nodes/} (what further servers unpack), {@code services/} (servers
 * that {@code --with} runs beside it), {@code keys/}, {@code secrets/}, {@code logs/}, {@code run/}
 * (process ids).
 */
public record Home(Path folder) {
  private static final long MEBIBYTE = 1024 * 1024;

  /**
   * Free space a first start needs: server 220 MB, PostgreSQL 60 MB, empty database 50 MB, logs.
   */
  private static final long FIRST_START_MEBIBYTES = 1024;

  private static final long LATER_START_MEBIBYTES = 200;

  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  /**
   * Creates what is missing of the folder's structure.
   *
   * @throws LaunchFailure when the folder cannot be written or its disk is nearly full
   */
  public void prepare() {
    try {
      OwnerOnly.folder(folder);
      for (Path each : new Path[] {postgres(), payara(), keys(), secrets(), logs(), run()}) {
        OwnerOnly.folder(each);
      }
    } catch (UncheckedIOException e) {
      throw new LaunchFailure(
          "The home folder %s cannot be written (%s); choose another with --home."
              .formatted(folder, e.getMessage()),
          e);
    }
    long needed =
        Files.exists(domain().resolve("config/domain.xml"))
            ? LATER_START_MEBIBYTES
            : FIRST_START_MEBIBYTES;
    long free = freeMebibytes();
    if (free < needed) {
      throw new LaunchFailure(
          "The disk of %s has %,d MB free and %,d MB are needed; make room or choose another disk with --home."
              .formatted(folder, free, needed));
    }
  }

  private long freeMebibytes() {
    try {
      return Files.getFileStore(folder).getUsableSpace() / MEBIBYTE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path postgres() {
    return folder.resolve("postgres");
  }

  public Path payara() {
    return folder.resolve("payara");
  }

  /** The server's domain folder. */
  public Path domain() {
    return payara().resolve("domains/optibid");
  }

  /** A folder per further server, named by its port. */
  public Path nodes() {
    return folder.resolve("nodes");
  }

  /** Folders of the real servers that run beside the system. */
  public Path services() {
    return folder.resolve("services");
  }

  public Path keys() {
    return folder.resolve("keys");
  }

  public Path secrets() {
    return folder.resolve("secrets");
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  public Path run() {
    return folder.resolve("run");
  }
}
