package energy.optibid.engine.clearing.auction.search;

/**
 * Somebody must not lose: {@code constant + Σ lots·price ≥ −tolerance}, prices in 10⁻⁴.
 *
 * @param subject a block, or the number of blocks plus a complex order
 * @param wantsHigh whether high prices help
 * @param tolerance in 10⁻⁴ × lots: what whole prices cannot express
 * @param tight whether the opposite must hold too, so that there is no room for a margin
 */
record Condition(
    int subject,
    boolean wantsHigh,
    int[] periods,
    int[] zones,
    long[] lots,
    long constant,
    long tolerance,
    boolean tight) {

  /** Surplus plus tolerance in 10⁻⁴ × lots; negative when the condition is broken. */
  long slack(long[][] prices) {
    long sum = constant + tolerance;
    for (int i = 0; i < lots.length; i++) {
      sum += prices[periods[i]][zones[i]] * lots[i];
    }
    return sum;
  }

  /**
   * The condition as a row on deviations from tied prices, per lot.
   *
   * @param variable first of the two variables of each price, above and below; −1 for none
   * @param ticks how much better than needed the average price must be
   */
  void addTo(DualSimplex lp, long[][] tied, int[][] variable, int ticks) {
    double total = 0;
    for (long each : lots) {
      total += Math.abs(each);
    }
    if (total == 0) {
      return;
    }
    int count = 0;
    int[] columns = new int[2 * lots.length];
    double[] coefficients = new double[2 * lots.length];
    for (int i = 0; i < lots.length; i++) {
      int v = variable[periods[i]][zones[i]];
      if (v >= 0) {
        columns[count] = v;
        coefficients[count++] = lots[i] / total;
        columns[count] = v + 1;
        coefficients[count++] = -lots[i] / total;
      }
    }
    double needed = tight ? 0 : ticks;
    lp.addRow((slack(tied) - tolerance) / total - needed, columns, coefficients, count);
  }
}
