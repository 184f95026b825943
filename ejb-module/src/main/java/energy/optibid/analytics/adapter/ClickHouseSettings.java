package energy.optibid.analytics.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * ClickHouse: {@code optibid.clickhouse.url} of its HTTP interface (without it, it is not used),
 * {@code user} ({@code default}), {@code password}, {@code database} ({@code optibid}), {@code
 * query-timeout} (2 s) of a question, {@code write-timeout} (10 s) of a batch of the copy, {@code
 * months} that the copy holds besides the current one (0: all) and {@code batch-days} (400).
 */
@ApplicationScoped
public class ClickHouseSettings {
  /** A statement names each of them, and ClickHouse reads statements of 256 KiB at the most. */
  private static final int MOST_DAYS = 2_000;

  private final Optional<URI> url;
  private final String user;
  private final String password;
  private final String database;
  private final Duration queryTimeout;
  private final Duration writeTimeout;
  private final int months;
  private final int batchDays;

  @Inject
  public ClickHouseSettings(Config config) {
    this(name -> config.getOptionalValue(name, String.class));
  }

  ClickHouseSettings(Function<String, Optional<String>> config) {
    url = text(config, "url").map(URI::create);
    user = text(config, "user").orElse("default");
    password = text(config, "password").orElse("");
    database = text(config, "database").orElse("optibid");
    queryTimeout = text(config, "query-timeout").map(Duration::parse).orElse(Duration.ofSeconds(2));
    writeTimeout =
        text(config, "write-timeout").map(Duration::parse).orElse(Duration.ofSeconds(10));
    months = text(config, "months").map(Integer::valueOf).orElse(0);
    batchDays = text(config, "batch-days").map(Integer::valueOf).orElse(400);
    if (!database.matches("[A-Za-z0-9_]+")) {
      throw new IllegalArgumentException(
          "optibid.clickhouse.database takes letters, digits and underscores");
    }
    if (months < 0 || batchDays < 1 || batchDays > MOST_DAYS) {
      throw new IllegalArgumentException(
          "optibid.clickhouse.months must not be negative, batch-days from 1 to " + MOST_DAYS);
    }
  }

  private static Optional<String> text(Function<String, Optional<String>> config, String name) {
    return config.apply("optibid.clickhouse." + name).filter(value -> !value.isBlank());
  }

  boolean isOn() {
    return url.isPresent();
  }

  URI url() {
    return url.orElseThrow();
  }

  String user() {
    return user;
  }

  String password() {
    return password;
  }

  String database() {
    return database;
  }

  Duration queryTimeout() {
    return queryTimeout;
  }

  Duration writeTimeout() {
    return writeTimeout;
  }

  int months() {
    return months;
  }

  int batchDays() {
    return batchDays;
  }
}
