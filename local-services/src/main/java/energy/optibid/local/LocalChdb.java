package energy.optibid.local;

import energy.optibid.local.programs.NpmPrograms;
import energy.optibid.local.programs.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A current engine of ClickHouse (chDB) in a process of Node.js that speaks as much of ClickHouse's
 * HTTP interface as the platform uses.
 */
public final class LocalChdb extends OneProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String BRIDGE = "chdb-bridge.js";

  private final int http;

  /**
   * @param folder its own
   */
  public LocalChdb(Path folder) {
    super("chdb", "chDB", folder);
    http = process().port("http");
  }

  @Override
  public void start() {
    String version = Versions.of("chdb");
    Path packages = NpmPrograms.folder("chdb-" + version, "chdb@" + version);
    Path bridge = process().folder().resolve(BRIDGE);
    try (InputStream script = Objects.requireNonNull(LocalChdb.class.getResourceAsStream(BRIDGE))) {
      Files.copy(script, bridge, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process()
        .start(
            List.of(
                "node",
                bridge.toString(),
                Integer.toString(http),
                process().folder().resolve("data").toString()),
            Map.of("NODE_PATH", packages.resolve("node_modules").toString()),
            () -> ServerProcess.accepts(http),
            PATIENCE);
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("optibid.clickhouse.url", "http://127.0.0.1:" + http);
  }

  @Override
  public String where() {
    return "http://127.0.0.1:%d; ask it with curl --data 'select 1'".formatted(http);
  }
}
