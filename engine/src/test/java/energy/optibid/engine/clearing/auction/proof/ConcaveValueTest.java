package energy.optibid.engine.clearing.auction.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConcaveValueTest {
  /** The best of every whole-numbered way, by trying each. */
  @Property(tries = 500)
  void greatest_ofAWayThroughPeriods_isThatOfTryingEveryWay(@ForAll long seed) {
    Random random = new Random(seed);
    int periods = 1 + random.nextInt(4);
    long change = random.nextInt(4);
    List<long[]> slopes = new ArrayList<>();
    List<Long> from = new ArrayList<>();
    ConcaveValue best = ConcaveValue.nothing(-9, 9);
    for (int period = 0; period < periods; period++) {
      long[] falling = random.longs(1 + random.nextInt(5), -6, 7).sorted().toArray();
      for (int i = 0; i < falling.length / 2; i++) {
        long other = falling[falling.length - 1 - i];
        falling[falling.length - 1 - i] = falling[i];
        falling[i] = other;
      }
      slopes.add(falling);
      from.add((long) random.nextInt(5) - 2);
      ConcaveValue here = value(from.get(period), falling);
      if (period > 0) {
        best = best.spread(change);
      }
      if (!best.meets(here)) {
        return;
      }
      best = here.plus(best);
    }
    long most = Long.MIN_VALUE;
    for (long start = -9; start <= 9; start++) {
      most = Math.max(most, tryEvery(0, start, 0, change, from, slopes));
    }
    assertEquals(BigInteger.valueOf(most), best.greatest());
  }

  @Test
  void meets_needsAQuantityInBoth() {
    ConcaveValue low = ConcaveValue.nothing(0, 2);
    assertTrue(low.meets(ConcaveValue.nothing(2, 5)));
    assertFalse(low.meets(ConcaveValue.nothing(3, 5)));
    assertTrue(low.spread(1).meets(ConcaveValue.nothing(3, 5)));
    assertFalse(ConcaveValue.nothing(3, 5).meets(low));
  }

  private static ConcaveValue value(long from, long[] slopes) {
    List<ConcaveValue.Part> parts = new ArrayList<>();
    for (long slope : slopes) {
      parts.add(new ConcaveValue.Part(1, BigInteger.valueOf(slope)));
    }
    return new ConcaveValue(from, BigInteger.valueOf(from), parts);
  }

  private static long tryEvery(
      int period, long before, long value, long change, List<Long> from, List<long[]> slopes) {
    if (period == slopes.size()) {
      return value;
    }
    long most = Long.MIN_VALUE;
    long here = from.get(period);
    long sum = here;
    for (int i = 0; i <= slopes.get(period).length; i++) {
      if (period == 0 ? here == before : Math.abs(here - before) <= change) {
        most = Math.max(most, tryEvery(period + 1, here, value + sum, change, from, slopes));
      }
      here++;
      sum += i < slopes.get(period).length ? slopes.get(period)[i] : 0;
    }
    return most;
  }
}
