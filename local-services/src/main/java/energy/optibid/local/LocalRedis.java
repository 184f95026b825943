package energy.optibid.local;

import energy.optibid.local.programs.DebianPrograms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Redis of Debian's that keeps nothing on disk and at most 128 MB in memory. */
public final class LocalRedis extends OneProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final int port;

  /**
   * @param folder its own
   */
  public LocalRedis(Path folder) {
    super("redis", "Redis", folder);
    port = process().port("redis");
  }

  @Override
  public void start() {
    DebianPrograms programs = DebianPrograms.of("redis-server");
    process()
        .start(
            List.of(
                programs.program("redis-server"),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--maxmemory",
                "128mb",
                "--maxmemory-policy",
                "volatile-lru"),
            programs.environment(),
            () -> ServerProcess.accepts(port),
            PATIENCE);
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("optibid.redis.url", "redis://127.0.0.1:" + port);
  }

  @Override
  public String where() {
    return "port %d; redis-cli -p %d monitor".formatted(port, port);
  }
}
