package energy.optibid.ratelimit.adapter;

import energy.optibid.ratelimit.domain.WindowCount;
import java.time.Duration;

/** Counts under a key, if there is room. */
interface RequestCounter {
  WindowCount take(String key, long limit, Duration window);
}
