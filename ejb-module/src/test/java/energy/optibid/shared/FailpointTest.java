package energy.optibid.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailpointTest {
  @TempDir Path folder;
  private final AtomicInteger kills = new AtomicInteger();

  @Test
  void kills_atTheNthHitOfTheNamedPlace_sinceTheOrderWasWritten() throws IOException {
    Path file = folder.resolve("failpoint");
    Failpoint failpoint = new Failpoint(file, kills::incrementAndGet);
    failpoint.pass("bid.submit.saved");
    Files.writeString(file, "bid.submit.saved 2");
    failpoint.pass("relay.told");
    failpoint.pass("bid.submit.saved");
    assertEquals(0, kills.get());
    failpoint.pass("bid.submit.saved");
    assertEquals(1, kills.get());
    Files.writeString(file, "relay.told 1\n");
    failpoint.pass("relay.told");
    assertEquals(2, kills.get());
  }

  @Test
  void off_unlessTheProcessWasStartedForIt() {
    Failpoint.hit("bid.submit.saved");
  }
}
