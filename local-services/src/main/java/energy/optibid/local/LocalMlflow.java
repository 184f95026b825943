package energy.optibid.local;

import energy.optibid.local.programs.PipPrograms;
import energy.optibid.local.programs.Versions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** MLflow's own tracking server, its records in a SQLite file. Fetching it takes minutes once. */
public final class LocalMlflow extends OneProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final int port;

  /**
   * @param folder its own
   */
  public LocalMlflow(Path folder) {
    super("mlflow", "MLflow", folder);
    port = process().port("mlflow");
  }

  @Override
  public void start() {
    String version = Versions.of("mlflow");
    Path programs = PipPrograms.folder("mlflow-" + version, "mlflow==" + version);
    process()
        .start(
            List.of(
                programs.resolve("bin/mlflow").toString(),
                "server",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--workers",
                "1",
                "--backend-store-uri",
                "sqlite:///" + process().folder().resolve("mlflow.db"),
                "--artifacts-destination",
                process().folder().resolve("artifacts").toString()),
            Map.of("PATH", programs.resolve("bin") + ":" + System.getenv("PATH")),
            () -> ServerProcess.accepts(port),
            PATIENCE);
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("optibid.mlflow.url", "http://127.0.0.1:" + port);
  }

  @Override
  public String where() {
    return "http://127.0.0.1:%d".formatted(port);
  }
}
