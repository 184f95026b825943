package energy.optibid.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrowingPauseTest {
  private final GrowingPause pause =
      new GrowingPause(Duration.ofMillis(200), Duration.ofMillis(1_000));

  @Test
  void itDoublesUpToTheLongest_andBeginsAnewAfterASuccess() {
    assertEquals(List.of(200L, 400L, 800L, 1_000L, 1_000L), five());
    pause.reset();
    assertEquals(200, pause.next().toMillis());
  }

  private List<Long> five() {
    return Stream.generate(pause::next).limit(5).map(Duration::toMillis).toList();
  }
}
