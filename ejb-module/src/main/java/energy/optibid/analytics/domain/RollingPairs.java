package energy.optibid.analytics.domain;

import energy.optibid.analytics.Correlation;
import energy.optibid.analytics.Correlation.Rolling;
import java.util.ArrayList;
import java.util.List;

/** Pairs by interval, summed over a window that moves on interval by interval. */
final class RollingPairs {
  private final List<PairFacts> intervals;
  private final int window;
  private final BucketClock clock;

  /**
   * @param intervals in the order of time, empty ones left out
   * @param window length in intervals, empty ones counted
   */
  RollingPairs(List<PairFacts> intervals, int window, BucketClock clock) {
    this.intervals = intervals;
    this.window = window;
    this.clock = clock;
  }

  Correlation correlation() {
    List<Rolling> rolling = new ArrayList<>();
    PairSums whole = PairSums.NONE;
    PairSums inside = PairSums.NONE;
    int first = 0;
    for (PairFacts interval : intervals) {
      whole = whole.plus(interval.sums());
      inside = inside.plus(interval.sums());
      while (intervals.get(first).key() <= interval.key() - window) {
        inside = inside.minus(intervals.get(first++).sums());
      }
      rolling.add(
          new Rolling(clock.start(interval.key()), inside.count(), Exact.correlation(inside)));
    }
    return new Correlation(whole.count(), Exact.correlation(whole), rolling);
  }
}
