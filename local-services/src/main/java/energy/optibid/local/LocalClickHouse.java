package energy.optibid.local;

import energy.optibid.local.programs.DebianPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** ClickHouse of Debian (18.16), as an ordinary process. */
public final class LocalClickHouse extends OneProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CONFIGURATION =
      """
      <yandex>
        <logger><level>warning</level><console>1</console></logger>
        <listen_host>127.0.0.1</listen_host>
        <http_port>%d</http_port>
        <tcp_port>%d</tcp_port>
        <interserver_http_port>%d</interserver_http_port>
        <path>%s/data/</path>
        <tmp_path>%4$s/tmp/</tmp_path>
        <format_schema_path>%4$s/format/</format_schema_path>
        <users_config>users.xml</users_config>
        <default_profile>default</default_profile>
        <default_database>default</default_database>
        <mark_cache_size>268435456</mark_cache_size>
        <timezone>UTC</timezone>
      </yandex>
      """;
  private static final String USERS =
      """
      <yandex>
        <profiles><default><max_memory_usage>2000000000</max_memory_usage></default></profiles>
        <users><default><password></password><networks><ip>127.0.0.1</ip></networks>
          <profile>default</profile><quota>default</quota></default></users>
        <quotas><default></default></quotas>
      </yandex>
      """;

  private final int http;

  /**
   * @param folder its own
   */
  public LocalClickHouse(Path folder) {
    super("clickhouse", "ClickHouse", folder);
    http = process().port("http");
  }

  @Override
  public void start() {
    DebianPrograms programs = DebianPrograms.of("clickhouse-server");
    Path folder = process().folder();
    Path configuration = folder.resolve("config.xml");
    try {
      for (String part : List.of("data", "tmp", "format")) {
        Files.createDirectories(folder.resolve(part));
      }
      Files.writeString(
          configuration,
          CONFIGURATION.formatted(
              http, process().port("tcp"), process().port("interserver"), folder));
      Files.writeString(folder.resolve("users.xml"), USERS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process()
        .start(
            List.of(programs.program("clickhouse-server"), "--config-file=" + configuration),
            programs.environment(),
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
