package energy.optibid.engine.clearing.auction.search;

import org.jspecify.annotations.Nullable;

/**
 * The bounds of one place in the search: one column's are narrower than those of the place above.
 *
 * @param above null at the root, whose column means nothing
 */
record Bounds(@Nullable Bounds above, int column, double lower, double upper) {
  static final Bounds ROOT = new Bounds(null, -1, 0, 0);

  Bounds with(int narrowed, double newLower, double newUpper) {
    return new Bounds(this, narrowed, newLower, newUpper);
  }

  /** Writes the bounds into arrays that hold the columns' own. */
  void apply(double[] lower, double[] upper) {
    for (Bounds here = this; here != null; here = here.above) {
      if (here.column >= 0) {
        lower[here.column] = Math.max(lower[here.column], here.lower);
        upper[here.column] = Math.min(upper[here.column], here.upper);
      }
    }
  }
}
