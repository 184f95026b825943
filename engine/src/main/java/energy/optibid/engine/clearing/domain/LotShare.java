package energy.optibid.engine.clearing.domain;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares whole lots pro rata by offered volume: each claim gets its share rounded down, and the
 * lots left go to the largest remainders, ties to the earlier claim.
 */
final class LotShare {
  private LotShare() {}

  /**
   * @param offered lots of each claim, in the order that breaks ties
   * @param lots to share, at most the sum of the offers
   */
  static long[] share(List<Long> offered, long lots) {
    BigInteger total =
        offered.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    long[] shares = new long[offered.size()];
    if (lots == 0) {
      return shares;
    }
    BigInteger[] remainders = new BigInteger[offered.size()];
    long left = lots;
    for (int i = 0; i < shares.length; i++) {
      BigInteger[] exact =
          BigInteger.valueOf(offered.get(i))
              .multiply(BigInteger.valueOf(lots))
              .divideAndRemainder(total);
      shares[i] = exact[0].longValueExact();
      remainders[i] = exact[1];
      left -= shares[i];
    }
    IntStream.range(0, shares.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
        .limit(left)
        .forEach(i -> shares[i]++);
    return shares;
  }
}
