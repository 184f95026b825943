package energy.optibid.book.domain;

import energy.optibid.book.BookDay.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;

/** Mean power of each quarter hour of a day, MW, exact. */
public record PowerSeries(List<BigDecimal> megawatts) {
  /** MWh of one MW over a quarter hour. */
  static final BigDecimal HOURS = new BigDecimal("0.25");

  public PowerSeries {
    megawatts = List.copyOf(megawatts);
  }

  /** The same power in every block. */
  static PowerSeries flat(int blocks, BigDecimal megawatts) {
    return new PowerSeries(Collections.nCopies(blocks, megawatts));
  }

  static PowerSeries zero(int blocks) {
    return flat(blocks, BigDecimal.ZERO);
  }

  /** Of what was collected; a gap is no power. */
  static PowerSeries of(BigDecimal[] collected) {
    return new PowerSeries(
        Arrays.stream(collected).map(mw -> mw == null ? BigDecimal.ZERO : mw).toList());
  }

  /** Power in a block, the first being 0. */
  public BigDecimal at(int index) {
    return megawatts.get(index);
  }

  int blocks() {
    return megawatts.size();
  }

  PowerSeries plus(PowerSeries other) {
    return with(other, BigDecimal::add);
  }

  PowerSeries minus(PowerSeries other) {
    return with(other, BigDecimal::subtract);
  }

  PowerSeries max(PowerSeries other) {
    return with(other, BigDecimal::max);
  }

  private PowerSeries with(PowerSeries other, BinaryOperator<BigDecimal> operation) {
    List<BigDecimal> result = new ArrayList<>(blocks());
    for (int i = 0; i < blocks(); i++) {
      result.add(operation.apply(at(i), other.at(i)));
    }
    return new PowerSeries(result);
  }

  /** As the API tells it: without zeros behind the last digit that says something. */
  Figures figures() {
    List<BigDecimal> energies = megawatts.stream().map(mw -> tidy(mw.multiply(HOURS))).toList();
    return new Figures(
        megawatts.stream().map(PowerSeries::tidy).toList(),
        energies,
        tidy(energies.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
  }

  private static BigDecimal tidy(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
