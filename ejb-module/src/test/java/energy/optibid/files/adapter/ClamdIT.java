package energy.optibid.files.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.local.LocalClamd;
import energy.optibid.operations.Service.Condition;
import energy.optibid.resilience.ServiceUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ClamAV's own daemon, which knows the EICAR test file. */
class ClamdIT {
  /** Harmless, and taken for a virus by everyone; in two parts, lest a scanner takes this file. */
  static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

  @TempDir static Path home = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private static LocalClamd server;

  @BeforeAll
  static void start() {
    server = new LocalClamd(home);
    server.start();
  }

  @AfterAll
  static void end() {
    server.close();
  }

  static ClamdService service(LocalClamd server) {
    return new ClamdService(
        new ClamdSettings(name -> Optional.ofNullable(server.settings().get(name))),
        Callable::call,
        Clock.systemUTC());
  }

  @TempDir Path folder = Path.of("");

  @Test
  void itTellsAVirusFromOtherFiles() throws Exception {
    ClamdService scanner = service(server);
    scanner.probeNow();
    assertEquals(Condition.UP, scanner.ask().state());
    assertEquals(Optional.empty(), scanner.scan(file(new byte[3_000_000])));
    Optional<String> found = scanner.scan(file(EICAR.getBytes()));
    assertTrue(found.orElse("").contains("Eicar"), found::toString);
  }

  @Test
  void away_itSaysSo_andNothingPassesForClean() throws IOException {
    ClamdService scanner = service(server);
    Path file = file(new byte[] {1});
    server.process().kill();
    try {
      assertThrows(ServiceUnavailableException.class, () -> scanner.scan(file));
      assertEquals(Condition.DOWN, scanner.ask().state());
    } finally {
      server.start();
    }
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("file"), content);
  }
}
