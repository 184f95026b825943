package energy.optibid.local;

import energy.optibid.local.programs.DebianPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * ClamAV's daemon with one signature of our own, the EICAR test file's: real scanning without a
 * database of viruses. It protects nobody.
 */
public final class LocalClamd extends OneProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The end of the test file that every scanner knows; in two parts, lest one finds it here. */
  private static final String EICAR = "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!";

  private final int port;

  /**
   * @param folder its own
   */
  public LocalClamd(Path folder) {
    super("clamd", "clamd", folder);
    port = process().port("clamd");
  }

  @Override
  public void start() {
    DebianPrograms programs = DebianPrograms.of("clamav-daemon");
    process()
        .start(
            List.of(programs.program("clamd"), "--config-file=" + configuration()),
            programs.environment(),
            () -> ServerProcess.accepts(port),
            PATIENCE);
  }

  private Path configuration() {
    Path signatures = process().folder().resolve("signatures");
    try {
      Files.createDirectories(signatures);
      Files.writeString(
          signatures.resolve("eicar.ndb"),
          "Eicar-Test-Signature:0:*:%s%n"
              .formatted(HexFormat.of().formatHex(EICAR.getBytes(StandardCharsets.US_ASCII))));
      return Files.writeString(
          process().folder().resolve("clamd.conf"),
          """
          Foreground yes
          TCPSocket %d
          TCPAddr 127.0.0.1
          DatabaseDirectory %s
          StreamMaxLength 64M
          """
              .formatted(port, signatures));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("optibid.clamd.host", "127.0.0.1", "optibid.clamd.port", Integer.toString(port));
  }

  @Override
  public String where() {
    return "port %d; it knows the EICAR test file only".formatted(port);
  }
}
