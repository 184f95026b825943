package energy.optibid.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServicesIT {

  @Test
  void whatRunsFromAFolder_isFoundByALaterLauncher(@TempDir Path services) {
    assertEquals(List.of(), LocalServices.running(services));
    try (LocalService redis = LocalServices.of("redis", services)) {
      LocalServices.of("smtp", services);
      redis.start();
      assertEquals(List.of("redis"), LocalServices.running(services));
    }
    assertEquals(List.of(), LocalServices.running(services));
  }
}
