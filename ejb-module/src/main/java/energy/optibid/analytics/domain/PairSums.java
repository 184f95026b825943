package energy.optibid.analytics.domain;

import java.math.BigInteger;

/** Number and sums of pairs (x, y) of prices. */
public record PairSums(
    long count, BigInteger x, BigInteger y, BigInteger xx, BigInteger yy, BigInteger xy) {
  static final PairSums NONE =
      new PairSums(
          0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

  PairSums plus(PairSums other) {
    return new PairSums(
        count + other.count,
        x.add(other.x),
        y.add(other.y),
        xx.add(other.xx),
        yy.add(other.yy),
        xy.add(other.xy));
  }

  PairSums minus(PairSums other) {
    return new PairSums(
        count - other.count,
        x.subtract(other.x),
        y.subtract(other.y),
        xx.subtract(other.xx),
        yy.subtract(other.yy),
        xy.subtract(other.xy));
  }
}
