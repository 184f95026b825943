package energy.optibid.analytics.domain;

import org.jspecify.annotations.Nullable;

/**
 * One block of a series.
 *
 * @param start in seconds since 1970 UTC
 * @param price in 10⁻⁴ per MWh
 * @param kilowatts what was traded; null where that is not told
 */
public record BlockFact(long start, int minutes, long price, @Nullable Long kilowatts) {
  long end() {
    return start + 60L * minutes;
  }
}
