package energy.optibid.analytics.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.analytics.domain.PriceFacts;
import energy.optibid.local.LocalService;
import energy.optibid.resilience.Guard;
import energy.optibid.shared.SystemConnections;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A copy of the prices by the platform's own means. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CopiedFactsContract extends PriceFactsContract {
  private final LocalService server = server();
  private ClickHouseService service;

  abstract LocalService server();

  @BeforeAll
  void start() {
    server.start();
    service = service(server.settings());
    service.copy().prepare();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  static ClickHouseService service(Map<String, String> settings) {
    return service(settings, SERVER.systemConnections());
  }

  static ClickHouseService service(Map<String, String> settings, SystemConnections connections) {
    return new ClickHouseService(
        new ClickHouseSettings(key -> Optional.ofNullable(settings.get(key))),
        connections,
        new Guard() {
          @Override
          public <T> T call(Callable<T> work) throws Exception {
            return work.call();
          }
        },
        Clock.systemUTC());
  }

  @Override
  PriceFacts facts() {
    return ClickHouseFacts.of(service.client());
  }

  @Override
  void copy() {
    while (service.copy().copyOnce() > 0) {
      // until nothing waits
    }
    assertEquals(0, service.copy().waiting());
  }
}
