package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.auction.ComplexOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The steps of complex orders as columns, which an order that leaves closes together. */
final class ComplexColumns {
  private final List<Column> columns;
  private final List<Row> rows;
  private final double[] moneyPerLot;
  private final long lot;

  ComplexColumns(List<Column> columns, List<Row> rows, double[] moneyPerLot, long lot) {
    this.columns = columns;
    this.rows = rows;
    this.moneyPerLot = moneyPerLot;
    this.lot = lot;
  }

  Complex add(ComplexOrder order, int zone) {
    Complex complex = new Complex(order, zone);
    if (order.income().isPresent()) {
      columns.add(new Column(0, 1, 0, 0, new int[0], new int[0], new double[0]));
      complex.on = columns.size() - 1;
    }
    for (Map.Entry<Integer, List<Step>> period : order.steps().entrySet()) {
      int t = period.getKey() - 1;
      List<Step> cheapestFirst =
          period.getValue().stream().sorted(Comparator.comparing(Step::price)).toList();
      for (int i = 0; i < cheapestFirst.size(); i++) {
        boolean stays = i == 0 && t < order.scheduledStop();
        part(complex, t, cheapestFirst.get(i), stays);
      }
    }
    if (order.gradient().isPresent()) {
      double most = (double) (order.gradient().get().kilowatts() / lot);
      for (int t = 1; t < moneyPerLot.length; t++) {
        limitChange(complex, t, most);
      }
    }
    return complex;
  }

  private void part(Complex complex, int t, Step step, boolean stays) {
    long lots = step.quantity().kilowatts() / lot;
    if (lots == 0) {
      return;
    }
    double cost = step.price().tenThousandths() * moneyPerLot[t];
    columns.add(
        new Column(0, lots, 0, -cost, new int[] {t}, new int[] {complex.zone}, new double[] {1}));
    int column = columns.size() - 1;
    complex.parts.add(new Complex.Part(t, step, lots, column, stays));
    if (complex.on >= 0 && !stays) {
      rows.add(new Row(0, new int[] {complex.on, column}, new double[] {lots, -1}));
    }
  }

  private void limitChange(Complex complex, int t, double most) {
    List<Complex.Part> both =
        complex.parts.stream().filter(p -> p.period() == t || p.period() == t - 1).toList();
    if (both.isEmpty()) {
      return;
    }
    int[] where = both.stream().mapToInt(Complex.Part::column).toArray();
    double[] rise = both.stream().mapToDouble(p -> p.period() == t ? -1 : 1).toArray();
    double[] fall = both.stream().mapToDouble(p -> p.period() == t ? 1 : -1).toArray();
    rows.add(new Row(most, where, rise));
    rows.add(new Row(most, where, fall));
  }
}
