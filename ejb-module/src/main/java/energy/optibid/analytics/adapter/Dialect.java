package energy.optibid.analytics.adapter;

import energy.optibid.analytics.SeriesKey;
import energy.optibid.analytics.Span;

/** What two databases write differently; all else of a question is the same text for both. */
interface Dialect {
  /**
   * The blocks of a series: {@code s} start in seconds since 1970, {@code m} minutes, {@code p}
   * price in 10⁻⁴, {@code v} kW or null; one row each.
   */
  Query blocks(SeriesKey series, Span span);

  /** Of two integers, exact however large. */
  String product(String one, String other);

  /** Of two positive integers, without its rest. */
  String quotient(String one, String other);

  /** An aggregate: the value of the row whose {@code s} is lowest. */
  String first(String value);

  /** An aggregate: the value of the row whose {@code s} is highest. */
  String last(String value);

  /** Each row with each that fits. */
  String join();
}
