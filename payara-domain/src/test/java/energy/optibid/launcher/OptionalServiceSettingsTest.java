package energy.optibid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionalServiceSettingsTest {

  @Test
  void theNamesPeopleKnow_becomeSettings() {
    assertEquals(
        Map.of(
            "optibid.redis.url", "redis://cache:6379/1",
            "optibid.kafka.bootstrap-servers", "a:9092,b:9092"),
        OptionalServiceSettings.of(
            Map.of(
                "REDIS_URL", " redis://cache:6379/1 ",
                "ENABLE_KAFKA", "true",
                "KAFKA_BOOTSTRAP_SERVERS", "a:9092,b:9092",
                "MLFLOW_TRACKING_URI", " ")));
  }

  @Test
  void whatIsSwitchedOff_staysOffThoughItHasAnAddress() {
    assertEquals(
        Map.of(),
        OptionalServiceSettings.of(
            Map.of("ENABLE_REDIS", "False", "REDIS_URL", "redis://cache:6379")));
  }

  @Test
  void aPasswordIsNotExpanded() {
    assertEquals(
        Map.of("optibid.clickhouse.password", "a\\${b}"),
        OptionalServiceSettings.of(Map.of("CLICKHOUSE_PASSWORD", "a${b}")));
  }
}
