package energy.optibid.analytics.domain;

import energy.optibid.analytics.Analysis;
import energy.optibid.analytics.SeriesKey;
import energy.optibid.analytics.Span;
import java.util.List;
import java.util.function.Function;

/** Picks the database that answers. */
@FunctionalInterface
public interface FactEngines {
  /**
   * The answer of the fastest that has all of it.
   *
   * @param series all that the question is about
   * @param span all of its time
   */
  <T> Analysis<T> ask(List<SeriesKey> series, Span span, Function<PriceFacts, T> question);
}
