package energy.optibid.local;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.local.process.Ports;
import energy.optibid.local.programs.DebianPrograms;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server of Debian's, fetched and not installed. */
class ServerProcessIT {
  private static final DebianPrograms REDIS = DebianPrograms.of("redis-server");

  private final int port = Ports.anyFree();
  @TempDir Path folder = Path.of("");
  private ServerProcess server = new ServerProcess("Redis", folder);

  @BeforeEach
  void start() {
    server = new ServerProcess("Redis", folder);
    start(server);
  }

  private void start(ServerProcess process) {
    process.start(
        List.of(
            REDIS.program("redis-server"), "--port", Integer.toString(port), "--bind", "127.0.0.1"),
        REDIS.environment(),
        () -> ServerProcess.accepts(port),
        Duration.ofSeconds(20));
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void itIsFoundAgainByItsFolder_andEnds() {
    ServerProcess found = new ServerProcess("Redis", folder);
    assertTrue(found.isAlive());
    found.close();
    assertFalse(server.isAlive());
    assertFalse(ServerProcess.accepts(port));
  }

  @Test
  void killed_itIsGone_andStartsAgain() {
    server.kill();
    assertFalse(ServerProcess.accepts(port));
    start(server);
    assertTrue(ServerProcess.accepts(port));
  }

  @Test
  void frozen_itIsAliveAndSaysNothing() throws Exception {
    server.freeze();
    assertTrue(server.isAlive());
    assertThrows(SocketTimeoutException.class, this::ping);
    server.thaw();
    assertTrue(ping().startsWith("+PONG"));
  }

  @Test
  void whatDoesNotComeUp_saysWhyByTheEndOfItsLog() {
    ServerProcess wrong = new ServerProcess("Redis", folder.resolve("wrong"));
    LaunchFailure failure =
        assertThrows(
            LaunchFailure.class,
            () ->
                wrong.start(
                    List.of(REDIS.program("redis-server"), "--port", "none"),
                    REDIS.environment(),
                    () -> false,
                    Duration.ofSeconds(20)));
    String message = Objects.requireNonNull(failure.getMessage());
    assertTrue(message.contains("ended at once") && message.contains("port"), message);
  }

  private String ping() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(500);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(7);
      return new String(answer, StandardCharsets.US_ASCII);
    }
  }
}
