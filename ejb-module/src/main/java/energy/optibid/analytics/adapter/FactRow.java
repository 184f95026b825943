package energy.optibid.analytics.adapter;

import java.math.BigInteger;

/** A row of integers as a database wrote them. */
@FunctionalInterface
interface FactRow {
  /** Text of a column, counted from 1; never null. */
  String text(int column);

  default long number(int column) {
    return Long.parseLong(text(column));
  }

  default int small(int column) {
    return Integer.parseInt(text(column));
  }

  default BigInteger big(int column) {
    return new BigInteger(text(column));
  }
}
