package energy.optibid.analytics.domain;

import energy.optibid.analytics.BidPerformance;
import energy.optibid.market.PriceSource;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exact sums over the awards of an organisation in one area.
 *
 * @param source of the area's prices they are held against
 * @param offered in MWh
 * @param awarded in MWh
 * @param value Σ price × awarded
 */
public record AwardSums(
    String marketCode,
    String area,
    String side,
    String currency,
    PriceSource source,
    long awards,
    long hits,
    BigDecimal offered,
    BigDecimal awarded,
    BigDecimal value) {
  private static final int CENTS = 2;

  /**
   * @param prices of the area in the same span
   */
  public BidPerformance against(List<BucketFacts> prices) {
    boolean sale = side.equals("sell");
    BigDecimal average = quotient(value, awarded);
    BigDecimal areaPrice = mean(prices);
    BigDecimal advantage = null;
    if (average != null && areaPrice != null) {
      advantage = sale ? average.subtract(areaPrice) : areaPrice.subtract(average);
    }
    return new BidPerformance(
        marketCode,
        area,
        side,
        currency,
        awards,
        hits,
        offered.setScale(Exact.POWER, RoundingMode.HALF_EVEN),
        awarded.setScale(Exact.POWER, RoundingMode.HALF_EVEN),
        quotient(awarded, offered),
        (sale ? value : value.negate()).setScale(CENTS, RoundingMode.HALF_EVEN),
        average,
        areaPrice,
        advantage);
  }

  private static @Nullable BigDecimal quotient(BigDecimal value, BigDecimal by) {
    return by.signum() == 0 ? null : value.divide(by, Exact.PRICE, RoundingMode.HALF_EVEN);
  }

  private static @Nullable BigDecimal mean(List<BucketFacts> prices) {
    BigInteger priceMinutes = BigInteger.ZERO;
    long minutes = 0;
    for (BucketFacts bucket : prices) {
      priceMinutes = priceMinutes.add(bucket.priceMinutes());
      minutes += bucket.minutes();
    }
    return minutes == 0 ? null : Exact.price(priceMinutes, BigInteger.valueOf(minutes));
  }
}
