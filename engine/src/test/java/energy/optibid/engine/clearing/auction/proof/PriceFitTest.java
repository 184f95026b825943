package energy.optibid.engine.clearing.auction.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PriceFitTest {
  @Test
  void oneBranch_explainsADifferenceOneWayOnly() {
    double[][] branch = {{0.5, -0.5}};
    assertEquals(0, PriceFit.leastError(new double[] {100, 180}, branch), 1e-9);
    assertEquals(40, PriceFit.leastError(new double[] {180, 100}, branch), 1e-9);
  }

  @Test
  void noBranch_leavesHalfTheSpread() {
    assertEquals(3.5, PriceFit.leastError(new double[] {10, 12, 5}, new double[0][]), 1e-9);
    assertEquals(0, PriceFit.leastError(new double[] {7, 7}, new double[0][]), 0);
  }

  @Property(tries = 300)
  void leastError_isThatOfAnotherSolver(@ForAll long seed) {
    Random random = new Random(seed);
    int zones = 1 + random.nextInt(6);
    double[] prices = random.ints(zones, -500, 500).asDoubleStream().toArray();
    double[][] factors = new double[random.nextInt(4)][];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = random.ints(zones, -10, 11).mapToDouble(f -> f / 10.0).toArray();
    }
    assertEquals(another(prices, factors), PriceFit.leastError(prices, factors), 1e-6);
  }

  private static double another(double[] prices, double[][] factors) {
    Loader.loadNativeLibraries();
    MPSolver solver = MPSolver.createSolver("GLOP");
    double infinity = MPSolver.infinity();
    MPVariable reference = solver.makeNumVar(-infinity, infinity, "reference");
    MPVariable error = solver.makeNumVar(0, infinity, "error");
    MPVariable[] worth = solver.makeNumVarArray(factors.length, 0, infinity, "worth");
    for (int zone = 0; zone < prices.length; zone++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        MPConstraint row = solver.makeConstraint(-infinity, sign * prices[zone]);
        row.setCoefficient(reference, sign);
        row.setCoefficient(error, -1);
        for (int i = 0; i < worth.length; i++) {
          row.setCoefficient(worth[i], -sign * factors[i][zone]);
        }
      }
    }
    solver.objective().setCoefficient(error, 1);
    solver.solve();
    return solver.objective().value();
  }
}
