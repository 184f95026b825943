package energy.optibid.analytics;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pearson's coefficient r = (n·Σxy − Σx·Σy) ÷ √((n·Σx² − (Σx)²)·(n·Σy² − (Σy)²)) of the prices of
 * two series in blocks of the same start and length that both have, rounded half-even to 6
 * decimals; null with fewer than two blocks or where one of the prices never moves.
 *
 * @param blocks over the whole span
 * @param whole over the whole span
 * @param rolling one for each interval in which there are blocks
 */
public record Correlation(long blocks, @Nullable BigDecimal whole, List<Rolling> rolling) {
  public Correlation {
    rolling = List.copyOf(rolling);
  }

  /**
   * The coefficient of the intervals of one window, which moves on interval by interval.
   *
   * @param start of the window's last interval, in the first market's time zone; the window reaches
   *     back over that interval and those before it, but not before the span
   * @param blocks in the window
   */
  public record Rolling(OffsetDateTime start, long blocks, @Nullable BigDecimal coefficient) {}
}
