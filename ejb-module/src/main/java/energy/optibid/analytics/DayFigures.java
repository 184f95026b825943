package energy.optibid.analytics;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The key figures of one delivery day, as far as it has prices; prices are in the market's currency
 * per MWh.
 *
 * @param start of the day, in the market's time zone
 * @param currency ISO 4217
 * @param blocks how many have a price
 * @param latest the last block that has begun, of that day; null when none has
 * @param low the first of the cheapest blocks; null without prices
 * @param high the first of the dearest blocks; null without prices
 * @param mean average over time: Σ price × minutes ÷ Σ minutes, rounded half-even to 4 decimals;
 *     null without prices
 * @param deviation sample standard deviation of the differences of consecutive prices, as of {@link
 *     Volatility}; null with fewer than two of them
 * @param belowZero how many blocks have a price below zero
 * @param volumeMwh as of {@link PriceBucket}
 * @param volumeWeighted as of {@link PriceBucket}
 * @param meanDayBefore average over time of the day before; null without prices
 * @param meanWeekBefore average over time of the seven days before; null without prices
 */
public record DayFigures(
    OffsetDateTime start,
    String currency,
    int blocks,
    @Nullable PricedBlock latest,
    @Nullable PricedBlock low,
    @Nullable PricedBlock high,
    @Nullable BigDecimal mean,
    @Nullable BigDecimal deviation,
    int belowZero,
    @Nullable BigDecimal volumeMwh,
    @Nullable BigDecimal volumeWeighted,
    @Nullable BigDecimal meanDayBefore,
    @Nullable BigDecimal meanWeekBefore) {

  /**
   * One block and its price.
   *
   * @param start in the market's time zone
   */
  public record PricedBlock(OffsetDateTime start, int minutes, BigDecimal price) {}
}
