package energy.optibid.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.local.LaunchFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileIT {
  @TempDir Path folder;

  @Test
  void livingProcess_isFoundAndEnded() {
    PidFile file = new PidFile(folder.resolve("x.pid"));
    Process process =
        new Child(folder.resolve("x.log"), file).start(List.of("sleep", "60"), Map.of(), folder);
    assertEquals(process.pid(), file.process().orElseThrow().pid());
    Ending.end(process.toHandle(), Duration.ofSeconds(10));
    assertFalse(process.isAlive());
    assertTrue(file.process().isEmpty());
  }

  @Test
  void processThatIgnoresTheRequest_isForced() {
    Process process =
        new Child(folder.resolve("x.log"), new PidFile(folder.resolve("x.pid")))
            .start(
                List.of("sh", "-c", "trap '' TERM; while :; do sleep 1; done"), Map.of(), folder);
    Ending.end(process.toHandle(), Duration.ofMillis(300));
    assertFalse(process.isAlive());
  }

  @Test
  void numberGivenToAYoungerProcess_isNotTaken() throws IOException {
    PidFile file = new PidFile(folder.resolve("x.pid"));
    file.write(ProcessHandle.current().pid());
    assertTrue(file.process().isPresent());
    Files.setLastModifiedTime(file.file(), FileTime.from(Instant.now().minus(Duration.ofDays(1))));
    assertTrue(file.process().isEmpty());
  }

  @Test
  void emptyOrMissingFile_isNoProcess() throws IOException {
    Path file = folder.resolve("x.pid");
    assertTrue(new PidFile(file).process().isEmpty());
    Files.createFile(file);
    assertTrue(new PidFile(file).process().isEmpty());
  }

  @Test
  void busyPort_isNamedWithItsOption() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket listener = new ServerSocket(0, 1, loopback)) {
      int port = listener.getLocalPort();
      LaunchFailure refusal =
          assertThrows(
              LaunchFailure.class, () -> Ports.requireFree(loopback, port, "the API", "--port"));
      String sentence = String.valueOf(refusal.getMessage());
      assertTrue(
          sentence.contains(Integer.toString(port)) && sentence.contains("--port"), sentence);
    }
    assertTrue(Ports.isFree(loopback, Ports.anyFree()));
  }
}
