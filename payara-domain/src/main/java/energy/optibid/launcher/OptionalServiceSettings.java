package energy.optibid.launcher;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Optional services by the environment names people know them by. A service whose {@code ENABLE_…}
 * is false stays off whatever else is set.
 */
final class OptionalServiceSettings {
  private static final List<Alias> ALIASES =
      List.of(
          new Alias("ENABLE_REDIS", "REDIS_URL", "optibid.redis.url"),
          new Alias("ENABLE_KAFKA", "KAFKA_BOOTSTRAP_SERVERS", "optibid.kafka.bootstrap-servers"),
          new Alias("ENABLE_KAFKA", "KAFKA_TOPIC_PREFIX", "optibid.kafka.topic-prefix"),
          new Alias("ENABLE_CLICKHOUSE", "CLICKHOUSE_URL", "optibid.clickhouse.url"),
          new Alias("ENABLE_CLICKHOUSE", "CLICKHOUSE_USER", "optibid.clickhouse.user"),
          new Alias("ENABLE_CLICKHOUSE", "CLICKHOUSE_PASSWORD", "optibid.clickhouse.password"),
          new Alias("ENABLE_CLICKHOUSE", "CLICKHOUSE_DATABASE", "optibid.clickhouse.database"),
          new Alias("ENABLE_MLFLOW", "MLFLOW_TRACKING_URI", "optibid.mlflow.url"),
          new Alias("ENABLE_S3", "S3_ENDPOINT", "optibid.s3.endpoint"),
          new Alias("ENABLE_S3", "S3_BUCKET", "optibid.s3.bucket"),
          new Alias("ENABLE_S3", "AWS_REGION", "optibid.s3.region"),
          new Alias("ENABLE_S3", "AWS_ACCESS_KEY_ID", "optibid.s3.access-key"),
          new Alias("ENABLE_S3", "AWS_SECRET_ACCESS_KEY", "optibid.s3.secret-key"),
          new Alias("ENABLE_CLAMD", "CLAMD_HOST", "optibid.clamd.host"),
          new Alias("ENABLE_SENTRY", "SENTRY_DSN", "optibid.sentry.dsn"));

  private OptionalServiceSettings() {}

  /** Settings of OptiBid by key, as far as the environment has them. */
  static Map<String, String> of(Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>();
    for (Alias alias : ALIASES) {
      String value = environment.get(alias.variable());
      if (value != null && !value.isBlank() && !isOff(environment.get(alias.toggle()))) {
        settings.put(alias.setting(), ApplicationSettings.literal(value.strip()));
      }
    }
    return settings;
  }

  private static boolean isOff(@Nullable String toggle) {
    return toggle != null
        && List.of("false", "0", "no", "off").contains(toggle.strip().toLowerCase(Locale.ROOT));
  }

  private record Alias(String toggle, String variable, String setting) {}
}
