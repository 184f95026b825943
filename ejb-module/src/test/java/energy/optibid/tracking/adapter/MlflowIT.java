package energy.optibid.tracking.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.local.LocalMlflow;
import energy.optibid.operations.Service.Condition;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MLflow's own server, which takes minutes to fetch and to start. */
@Tag("services")
class MlflowIT {
  @TempDir Path folder = Path.of("");

  @Test
  void itIsAsked_missed_andFoundAgain() throws Exception {
    try (LocalMlflow server = new LocalMlflow(folder)) {
      server.start();
      String url = server.settings().get("optibid.mlflow.url");
      MlflowService service =
          new MlflowService(
              new MlflowSettings(Optional.ofNullable(url)), Callable::call, Clock.systemUTC());
      service.probeNow();
      assertEquals(Condition.UP, service.ask().state());
      // the one MLflow begins with
      assertEquals(Map.of("experiments", 1L), service.figures());

      server.process().kill();
      service.probeNow();
      assertEquals(Condition.DOWN, service.ask().state());
      assertEquals("cannot be reached", service.ask().detail());

      server.start();
      service.probeNow();
      assertEquals(Condition.UP, service.ask().state());
    }
  }
}
