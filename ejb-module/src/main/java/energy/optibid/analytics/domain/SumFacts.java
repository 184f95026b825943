package energy.optibid.analytics.domain;

import java.math.BigInteger;

/**
 * Of the values of one bucket their number, sum and sum of squares.
 *
 * @param key of the bucket, by a {@link BucketClock}
 */
public record SumFacts(long key, long count, BigInteger sum, BigInteger squares) {

  SumFacts and(SumFacts other, long newKey) {
    return new SumFacts(
        newKey, count + other.count, sum.add(other.sum), squares.add(other.squares));
  }

  SumFacts under(long newKey) {
    return new SumFacts(newKey, count, sum, squares);
  }
}
