package energy.optibid.ratelimit.adapter;

import java.time.Duration;

class LocalRequestCounterTest extends RequestCounterContract {
  private final RequestCounter counter = new LocalRequestCounter(clock, Duration.ofMinutes(1));

  @Override
  RequestCounter counter() {
    return counter;
  }
}
