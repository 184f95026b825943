package energy.optibid.engine.clearing.auction;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A linear programme together with its dual in one mixed-integer programme: a binary for each side
 * of each complementarity, with the smallest big-M that bounds of the duals allow. What else stands
 * in it may then speak of quantities and prices at once.
 */
final class ComplementaryProgram {
  /** A balance (= 0, any dual within bounds) or a limit (≤, dual ≥ 0). */
  static final class Row {
    final MPConstraint primal;
    final MPVariable dual;

    /** Adds to a column's gain, or is taken from it. */
    final double sign;

    private Row(MPConstraint primal, MPVariable dual, double sign) {
      this.primal = primal;
      this.dual = dual;
      this.sign = sign;
    }
  }

  private record Term(Row row, double coefficient) {}

  /** A quantity between bounds, worth something, in rows. */
  final class Column {
    final MPVariable quantity;
    private final double value;
    private final Optional<MPVariable> gate;
    private final List<Term> terms = new ArrayList<>();
    private Optional<MPVariable> rest = Optional.empty();

    private Column(double from, double to, double value, Optional<MPVariable> gate) {
      this.quantity = solver.makeNumVar(from, to, "");
      this.value = value;
      this.gate = gate;
      solver.objective().setCoefficient(quantity, value);
    }

    Column in(Row row, double coefficient) {
      terms.add(new Term(row, coefficient));
      row.primal.setCoefficient(quantity, coefficient);
      return this;
    }

    private double bound(boolean most) {
      double sum = value;
      for (Term term : terms) {
        double weight = term.row().sign * term.coefficient();
        MPVariable dual = term.row().dual;
        sum += weight * (weight > 0 == most ? dual.ub() : dual.lb());
      }
      return sum;
    }

    /** The row way·gain ≤ …, to be completed. */
    private MPConstraint gain(double way, double most) {
      MPConstraint row = solver.makeConstraint(-MPSolver.infinity(), most - way * value);
      for (Term term : terms) {
        double weight = way * term.row().sign * term.coefficient();
        row.setCoefficient(term.row().dual, row.getCoefficient(term.row().dual) + weight);
      }
      return row;
    }

    private void complement() {
      double width = quantity.ub() - quantity.lb();
      if (width == 0) {
        return;
      }
      MPVariable some = solver.makeBoolVar("");
      MPVariable notAll = solver.makeBoolVar("");
      rest = Optional.of(notAll);
      // above its lower end: no loss
      atMost(quantity.lb(), quantity, 1, some, -width);
      double loss = Math.max(0, -bound(false));
      gain(-1, loss).setCoefficient(some, loss);
      // below its upper end: no gain
      atMost(-quantity.ub(), quantity, -1, notAll, -width);
      double most = Math.max(0, bound(true));
      MPConstraint noGain = gain(1, most + (gate.isPresent() ? most : 0));
      noGain.setCoefficient(notAll, most);
      gate.ifPresent(
          open -> {
            noGain.setCoefficient(open, most);
            atMost(0, quantity, 1, open, -width);
          });
    }

    /** A variable that is at most the gain of a full quantity and nothing of one that is not. */
    MPVariable gainInFull() {
      double most = Math.max(0, bound(true));
      MPVariable counted = solver.makeNumVar(0, most, "");
      rest.ifPresent(
          notAll -> {
            atMost(most, counted, 1, notAll, most);
            MPConstraint row = gain(-1, 0);
            double loss = Math.max(0, -bound(false));
            row.setCoefficient(counted, 1);
            row.setCoefficient(notAll, -loss - most);
          });
      return counted;
    }
  }

  final MPSolver solver;
  private final List<Column> columns = new ArrayList<>();
  private final List<Column> free = new ArrayList<>();

  ComplementaryProgram() {
    Loader.loadNativeLibraries();
    solver = MPSolver.createSolver("SCIP");
    solver.objective().setMaximization();
  }

  /** Σ = 0, a unit more of which is worth the dual. */
  Row balance(double least, double most) {
    return new Row(solver.makeConstraint(0, 0), solver.makeNumVar(least, most, ""), 1);
  }

  /**
   * Σ ≤ limit.
   *
   * @param widest how far from its limit the sum can be
   */
  Row limit(double limit, double widest, double mostDual) {
    MPConstraint primal = solver.makeConstraint(limit - widest, limit);
    Row row = new Row(primal, solver.makeNumVar(0, mostDual, ""), -1);
    MPVariable slack = solver.makeNumVar(0, widest, "");
    primal.setBounds(limit, limit);
    primal.setCoefficient(slack, 1);
    MPVariable full = solver.makeBoolVar("");
    atMost(0, row.dual, 1, full, -mostDual);
    atMost(widest, slack, 1, full, widest);
    return row;
  }

  Column column(double from, double to, double value, Optional<MPVariable> gate) {
    Column column = new Column(from, to, value, gate);
    columns.add(column);
    return column;
  }

  /** A quantity whose bounds are never met: it gains nothing. */
  Column freeColumn(double widest) {
    Column column = new Column(-widest, widest, 0, Optional.empty());
    free.add(column);
    return column;
  }

  /** States the complementarities; no column may enter a row afterwards. */
  void complement() {
    columns.forEach(Column::complement);
    for (Column column : free) {
      column.gain(1, 0);
      column.gain(-1, 0);
    }
  }

  /** a·x + b·y ≤ most. */
  void atMost(double most, MPVariable x, double a, MPVariable y, double b) {
    MPConstraint row = solver.makeConstraint(-MPSolver.infinity(), most);
    row.setCoefficient(x, a);
    row.setCoefficient(y, b);
  }

  /** Empty where nothing is feasible. */
  OptionalDouble solve() {
    MPSolverParameters exact = new MPSolverParameters();
    exact.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
    MPSolver.ResultStatus status = solver.solve(exact);
    if (status == MPSolver.ResultStatus.INFEASIBLE) {
      return OptionalDouble.empty();
    }
    if (status != MPSolver.ResultStatus.OPTIMAL) {
      throw new IllegalStateException("SCIP says " + status);
    }
    return OptionalDouble.of(solver.objective().value());
  }
}
