package energy.optibid.local;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaIT {
  @TempDir Path folder;

  @Test
  void bothKindsComeUpAndComeBackAtTheSamePortAfterACrash() {
    for (LocalKafka kafka :
        List.of(
            new LocalKafka(folder.resolve("kraft")),
            LocalKafka.withZooKeeper(folder.resolve("zk")))) {
      try (kafka) {
        String address =
            Objects.requireNonNull(kafka.settings().get("optibid.kafka.bootstrap-servers"));
        int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        kafka.start();
        assertTrue(ServerProcess.accepts(port));
        kafka.process().kill();
        assertFalse(ServerProcess.accepts(port));
        kafka.start();
        assertTrue(ServerProcess.accepts(port));
      }
    }
  }
}
