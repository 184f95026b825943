package energy.optibid.launcher;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.local.LaunchFailure;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RunOptionsTest {
  @Test
  void options_areRead() {
    RunOptions options =
        parsed(
            "--port=8100",
            "--frontend-port",
            "3100",
            "--admin-port=4900",
            "--home=/x/y",
            "--detach");
    assertEquals(8100, options.port);
    assertEquals(3100, options.frontendPort);
    assertEquals(4900, options.adminPort);
    assertEquals(Path.of("/x/y"), options.homeOption.home().folder());
    assertTrue(options.detach);
    assertEquals("ws://localhost:8100/ws", options.webSocketUrl());
  }

  @Test
  void demo_refusesProduction() {
    LaunchFailure refusal =
        assertThrows(
            LaunchFailure.class,
            () ->
                parsed("--profile=demo", "--bind=127.0.0.1")
                    .requireSafeDemo(Map.of("ENVIRONMENT", "production")));
    assertTrue(String.valueOf(refusal.getMessage()).contains("--profile standard"));
  }

  @Test
  void demo_refusesTheNetworkUntilItsPasswordIsChanged() {
    RunOptions open = parsed("--profile=demo", "--bind=0.0.0.0");
    assertThrows(LaunchFailure.class, () -> open.requireSafeDemo(Map.of()));
    assertThrows(
        LaunchFailure.class,
        () -> open.requireSafeDemo(Map.of("OPTIBID_DEMO_PASSWORD", "optibid-demo")));
    assertDoesNotThrow(() -> open.requireSafeDemo(Map.of("OPTIBID_DEMO_PASSWORD", "changed")));
  }

  @Test
  void standardProfile_mayDoBoth() {
    assertDoesNotThrow(
        () ->
            parsed("--profile=standard", "--bind=0.0.0.0")
                .requireSafeDemo(Map.of("ENVIRONMENT", "production")));
  }

  @Test
  void servicesBesideTheSystem_areKnownOrRefusedAllAtOnce() {
    parsed("--with=smtp").requireKnownServices();
    LaunchFailure refused =
        assertThrows(
            LaunchFailure.class, () -> parsed("--with=smtp,rediss,kafak").requireKnownServices());
    assertTrue(String.valueOf(refused.getMessage()).endsWith("not rediss, kafak."));
  }

  private static RunOptions parsed(String... arguments) {
    RunCommand run = new RunCommand();
    new CommandLine(run).parseArgs(arguments);
    return run.options;
  }
}
