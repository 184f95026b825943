package energy.optibid.analytics.domain;

/**
 * Pairs (x, y) of prices in one bucket.
 *
 * @param key of the bucket, by a {@link BucketClock}
 * @param low lowest x − y
 * @param high highest x − y
 */
public record PairFacts(long key, PairSums sums, long low, long high) {

  PairFacts and(PairFacts other, long newKey) {
    return new PairFacts(
        newKey, sums.plus(other.sums), Math.min(low, other.low), Math.max(high, other.high));
  }

  PairFacts under(long newKey) {
    return new PairFacts(newKey, sums, low, high);
  }
}
