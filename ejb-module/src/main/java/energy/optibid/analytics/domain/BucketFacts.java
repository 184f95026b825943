package energy.optibid.analytics.domain;

import java.math.BigInteger;

/**
 * Sums over the blocks of one bucket.
 *
 * @param key of the bucket, by a {@link BucketClock}
 * @param minutes Σ length
 * @param priceMinutes Σ price × length
 * @param metered how many blocks say what was traded
 * @param energy Σ kW × minutes over those
 * @param value Σ price × kW × minutes over those
 */
public record BucketFacts(
    long key,
    long blocks,
    long open,
    long high,
    long low,
    long close,
    long minutes,
    BigInteger priceMinutes,
    long metered,
    BigInteger energy,
    BigInteger value) {

  /** This one and the one after it, under a key of both. */
  BucketFacts and(BucketFacts later, long newKey) {
    return new BucketFacts(
        newKey,
        blocks + later.blocks,
        open,
        Math.max(high, later.high),
        Math.min(low, later.low),
        later.close,
        minutes + later.minutes,
        priceMinutes.add(later.priceMinutes),
        metered + later.metered,
        energy.add(later.energy),
        value.add(later.value));
  }

  BucketFacts under(long newKey) {
    return new BucketFacts(
        newKey, blocks, open, high, low, close, minutes, priceMinutes, metered, energy, value);
  }
}
