package energy.optibid.analytics.adapter;

import java.util.List;
import java.util.stream.Stream;

/**
 * Text of a query and the values of its parameters in their order.
 *
 * @param text with a question mark for each value, where the database takes them apart
 */
record Query(String text, List<Object> values) {
  Query {
    values = List.copyOf(values);
  }

  /** A query around this one, whose text takes the place of {@code %s}. */
  Query within(String outer) {
    return new Query(outer.formatted(text), values);
  }

  /** A query around both, in this order. */
  Query within(String outer, Query second) {
    return new Query(
        outer.formatted(text, second.text),
        Stream.concat(values.stream(), second.values.stream()).toList());
  }
}
