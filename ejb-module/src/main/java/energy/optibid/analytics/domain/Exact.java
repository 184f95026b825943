package energy.optibid.analytics.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The last arithmetic, from exact sums; each result is rounded once, half-even. */
final class Exact {
  /** Decimals of a price. */
  static final int PRICE = 4;

  /** Decimals of a power in MW and of an energy in MWh. */
  static final int POWER = 3;

  private static final int COEFFICIENT = 6;

  /** More digits than any root here is rounded to. */
  private static final MathContext ROOT = new MathContext(50, RoundingMode.HALF_EVEN);

  private Exact() {}

  static BigDecimal price(long scaled) {
    return BigDecimal.valueOf(scaled, PRICE);
  }

  /** A quotient of scaled prices, as a price. */
  static BigDecimal price(BigInteger scaled, BigInteger divisor) {
    return new BigDecimal(scaled, PRICE)
        .divide(new BigDecimal(divisor), PRICE, RoundingMode.HALF_EVEN);
  }

  /** Energy in MWh of a sum of kW × minutes. */
  static BigDecimal energy(BigInteger kilowattMinutes) {
    return new BigDecimal(kilowattMinutes)
        .divide(BigDecimal.valueOf(60_000), POWER, RoundingMode.HALF_EVEN);
  }

  /** Sample standard deviation of scaled prices; null of fewer than two. */
  static @Nullable BigDecimal deviation(SumFacts sums) {
    if (sums.count() < 2) {
      return null;
    }
    BigInteger n = BigInteger.valueOf(sums.count());
    BigDecimal variance =
        new BigDecimal(moment(n, sums.sum(), sums.sum(), sums.squares()))
            .divide(new BigDecimal(n.multiply(n.subtract(BigInteger.ONE))), ROOT);
    return variance.sqrt(ROOT).movePointLeft(PRICE).setScale(PRICE, RoundingMode.HALF_EVEN);
  }

  /** Pearson's coefficient; null where it is not defined. */
  static @Nullable BigDecimal correlation(PairSums pairs) {
    BigInteger n = BigInteger.valueOf(pairs.count());
    BigInteger spreadX = moment(n, pairs.x(), pairs.x(), pairs.xx());
    BigInteger spreadY = moment(n, pairs.y(), pairs.y(), pairs.yy());
    if (spreadX.signum() <= 0 || spreadY.signum() <= 0) {
      return null;
    }
    BigDecimal together = new BigDecimal(moment(n, pairs.x(), pairs.y(), pairs.xy()));
    return together
        .divide(new BigDecimal(spreadX.multiply(spreadY)).sqrt(ROOT), ROOT)
        .setScale(COEFFICIENT, RoundingMode.HALF_EVEN);
  }

  /** n·Σxy − Σx·Σy. */
  private static BigInteger moment(BigInteger n, BigInteger x, BigInteger y, BigInteger xy) {
    return n.multiply(xy).subtract(x.multiply(y));
  }
}
