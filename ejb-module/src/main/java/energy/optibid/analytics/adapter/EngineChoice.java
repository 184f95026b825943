package energy.optibid.analytics.adapter;

import energy.optibid.analytics.Analysis;
import energy.optibid.analytics.Engine;
import energy.optibid.analytics.SeriesKey;
import energy.optibid.analytics.Span;
import energy.optibid.analytics.domain.FactEngines;
import energy.optibid.analytics.domain.PriceFacts;
import energy.optibid.resilience.ServiceUnavailableException;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * ClickHouse where it is on, answers in time and has every day of the question as it is now;
 * PostgreSQL otherwise.
 */
final class EngineChoice implements FactEngines {
  private static final Logger LOG = Logger.getLogger(EngineChoice.class.getName());

  private final PriceFacts postgres;
  private final PriceFacts clickHouse;
  private final ClickHouseService service;
  private final CopyFreshness freshness;

  EngineChoice(
      Transactions transactions, TenantConnections connections, ClickHouseService service) {
    this.postgres = PostgresFacts.of(transactions, connections);
    this.clickHouse = ClickHouseFacts.of(service.client());
    this.service = service;
    this.freshness = new CopyFreshness(transactions, connections);
  }

  @Override
  public <T> Analysis<T> ask(List<SeriesKey> series, Span span, Function<PriceFacts, T> question) {
    return fromCopy(series, span, question)
        .map(answer -> new Analysis<>(Engine.CLICKHOUSE, answer))
        .orElseGet(() -> new Analysis<>(Engine.POSTGRESQL, question.apply(postgres)));
  }

  private <T> Optional<T> fromCopy(
      List<SeriesKey> series, Span span, Function<PriceFacts, T> question) {
    if (!service.enabled()
        || span.from().isBefore(service.copy().oldest().atStartOfDay().toInstant(ZoneOffset.UTC))) {
      return Optional.empty();
    }
    Optional<List<String>> before = freshness.state(series, span);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    try {
      T answer = service.guarded().call(() -> question.apply(clickHouse));
      return freshness.state(series, span).equals(before) ? Optional.of(answer) : Optional.empty();
    } catch (ServiceUnavailableException e) {
      LOG.log(Level.FINE, "PostgreSQL answers instead", e);
      return Optional.empty();
    }
  }
}
