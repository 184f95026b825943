package energy.optibid.engine.clearing.auction.proof;

/**
 * The prices π_z = π_ref − Σ λ_k·f_kz, λ ≥ 0, nearest to given ones: a linear programme that makes
 * the largest error least, solved by the simplex method with Bland's rule on a dense tableau.
 */
final class PriceFit {
  private static final double EPSILON = 1e-9;

  /** Row i says basic variable i = last column − Σ entry × nonbasic; the last row is the goal. */
  private final double[][] rows;

  private final int columns;
  private final int[] basic;
  private final int[] nonbasic;

  private PriceFit(double[][] rows) {
    this.rows = rows;
    this.columns = rows[0].length - 1;
    this.basic = new int[rows.length - 1];
    this.nonbasic = new int[columns];
    for (int j = 0; j < columns; j++) {
      nonbasic[j] = j;
    }
    for (int i = 0; i < basic.length; i++) {
      basic[i] = columns + i;
    }
  }

  /**
   * @param prices by zone
   * @param factors by branch and zone
   * @return the least possible largest error, in units of price
   */
  static double leastError(double[] prices, double[][] factors) {
    int zones = prices.length;
    int branches = factors.length;
    int error = branches + 2;
    double[][] rows = new double[2 * zones + 1][branches + 4];
    for (int zone = 0; zone < zones; zone++) {
      for (int branch = 0; branch < branches; branch++) {
        rows[2 * zone][branch] = factors[branch][zone];
        rows[2 * zone + 1][branch] = -factors[branch][zone];
      }
      // the reference price as a difference of two positive ones, counted from the first zone's
      rows[2 * zone][branches] = -1;
      rows[2 * zone][branches + 1] = 1;
      rows[2 * zone + 1][branches] = 1;
      rows[2 * zone + 1][branches + 1] = -1;
      rows[2 * zone][error] = -1;
      rows[2 * zone + 1][error] = -1;
      rows[2 * zone][error + 1] = prices[0] - prices[zone];
      rows[2 * zone + 1][error + 1] = prices[zone] - prices[0];
    }
    rows[2 * zones][error] = 1;
    PriceFit fit = new PriceFit(rows);
    int worst = 0;
    for (int row = 1; row < 2 * zones; row++) {
      worst = rows[row][error + 1] < rows[worst][error + 1] ? row : worst;
    }
    if (rows[worst][error + 1] >= 0) {
      return 0;
    }
    fit.pivot(worst, error);
    fit.minimise();
    return -rows[2 * zones][error + 1];
  }

  private void minimise() {
    for (int column = entering(); column >= 0; column = entering()) {
      int row = leaving(column);
      if (row < 0) {
        throw new IllegalStateException("an error cannot fall without end");
      }
      pivot(row, column);
    }
  }

  private int entering() {
    int best = -1;
    for (int j = 0; j < columns; j++) {
      if (rows[basic.length][j] < -EPSILON && (best < 0 || nonbasic[j] < nonbasic[best])) {
        best = j;
      }
    }
    return best;
  }

  private int leaving(int column) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < basic.length; i++) {
      if (rows[i][column] > EPSILON) {
        double ratio = rows[i][columns] / rows[i][column];
        boolean tie = Math.abs(ratio - least) <= EPSILON;
        if (!tie && ratio < least || tie && basic[i] < basic[best]) {
          best = i;
          least = ratio;
        }
      }
    }
    return best;
  }

  private void pivot(int row, int column) {
    double pivot = rows[row][column];
    for (int j = 0; j <= columns; j++) {
      rows[row][j] = j == column ? 1 / pivot : rows[row][j] / pivot;
    }
    for (int i = 0; i < rows.length; i++) {
      double factor = rows[i][column];
      if (i != row && factor != 0) {
        for (int j = 0; j <= columns; j++) {
          rows[i][j] = j == column ? -factor * rows[row][j] : rows[i][j] - factor * rows[row][j];
        }
      }
    }
    int left = basic[row];
    basic[row] = nonbasic[column];
    nonbasic[column] = left;
  }
}
