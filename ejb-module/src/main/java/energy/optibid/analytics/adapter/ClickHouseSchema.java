package energy.optibid.analytics.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The tables of the copy, by the files of config/clickhouse in their order. Each statement may run
 * again, so that a start that was interrupted, or two servers at once, end with the same tables.
 */
final class ClickHouseSchema {
  private static final List<String> FILES = List.of("V1__price.sql");
  private static final Pattern COMMENT = Pattern.compile("--[^\n]*");

  private final ClickHouseClient client;
  private final ClickHouseSettings settings;

  ClickHouseSchema(ClickHouseClient client, ClickHouseSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /** Makes what is missing, and gives the copy's own name. */
  String apply() {
    client.run("create database if not exists " + settings.database());
    String changes = client.table("schema_change");
    client.run(
        "create table if not exists %s (version UInt32) engine = MergeTree order by version"
            .formatted(changes));
    long applied =
        client.rowsUnhurried("select max(version) from " + changes, row -> row.number(1)).get(0);
    for (int version = (int) applied + 1; version <= FILES.size(); version++) {
      for (String statement : statements(FILES.get(version - 1))) {
        client.run(statement);
      }
      client.insert(changes, "version", version + "\n");
    }
    return identity();
  }

  private String identity() {
    String table = client.table("price_copy");
    String select = "select min(identity) from " + table;
    String known = client.rowsUnhurried(select, row -> row.text(1)).get(0);
    if (!known.isEmpty()) {
      return known;
    }
    client.insert(table, "identity", UUID.randomUUID() + "\n");
    return client.rowsUnhurried(select, row -> row.text(1)).get(0);
  }

  private List<String> statements(String file) {
    try (InputStream text =
        Objects.requireNonNull(
            Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("optibid/clickhouse/" + file),
            file)) {
      String plain =
          COMMENT.matcher(new String(text.readAllBytes(), StandardCharsets.UTF_8)).replaceAll("");
      return List.of(plain.replace("{database}", settings.database()).split(";")).stream()
          .map(String::strip)
          .filter(statement -> !statement.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
