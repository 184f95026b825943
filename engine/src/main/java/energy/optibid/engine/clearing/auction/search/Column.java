package energy.optibid.engine.clearing.auction.search;

/**
 * A quantity that couples periods: the ratio of a block, the flow over a ramped link.
 *
 * @param lower least value
 * @param upper largest value
 * @param least above zero nothing below this counts; zero for a quantity free between its bounds
 * @param value welfare per unit apart from the hourly markets, in currency
 * @param periods where it injects, by index, rising
 * @param zones zone of each injection
 * @param lots injection per unit, in lots; negative takes out
 */
record Column(
    double lower,
    double upper,
    double least,
    double value,
    int[] periods,
    int[] zones,
    double[] lots) {
  /** What keeps floating point from losing a lot that is there. */
  private static final double SAME = 1e-6;

  /** Whole lots of the i-th injection of a quantity; what a line delivers is rounded down. */
  long arriving(int i, long quantity) {
    double exact = lots[i] * quantity;
    return lots[i] < 0 ? (long) Math.ceil(exact - SAME) : (long) Math.floor(exact + SAME);
  }
}
