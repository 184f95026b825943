package energy.optibid.gateway.adapter;

import energy.optibid.gateway.domain.ConnectionSettings;
import energy.optibid.gateway.domain.ConnectionStore;
import energy.optibid.gateway.domain.ExchangeLinks;
import energy.optibid.gateway.domain.MessageStore;
import energy.optibid.gateway.domain.ResultFile;
import energy.optibid.gateway.domain.ResultStore;
import energy.optibid.gateway.domain.ResultStore.Expected;
import energy.optibid.gateway.domain.UnreadableFile;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks exchanges over HTTP for results, each every minute from the time its result is due until the
 * day after delivery, because results are revised.
 */
@ApplicationScoped
public class ResultPolling {
  private static final Logger LOG = Logger.getLogger(ResultPolling.class.getName());
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final PlatformTransactions platform;
  private final Transactions transactions;
  private final ConnectionStore connections;
  private final ResultStore store;
  private final ExchangeLinks links;
  private final ExchangeResultDesk results;
  private final MessageStore messages;
  private final Clock clock;
  private final Map<Expected, Instant> asked = new HashMap<>();

  /** What was wrong the last time, so that it is told once and not every minute. */
  private final Map<Expected, String> wrong = new HashMap<>();

  @Inject
  public ResultPolling(
      PlatformTransactions platform,
      Transactions transactions,
      ConnectionStore connections,
      ResultStore store,
      ExchangeLinks links,
      ExchangeResultDesk results,
      MessageStore messages,
      Clock clock) {
    this.platform = platform;
    this.transactions = transactions;
    this.connections = connections;
    this.store = store;
    this.links = links;
    this.results = results;
    this.messages = messages;
    this.clock = clock;
  }

  /** Asks for what is due; what fails with one does not keep the others from their turn. */
  public synchronized void askAll() {
    Instant now = clock.instant();
    List<Expected> expected = platform.call(() -> store.expected(now));
    asked.keySet().retainAll(expected);
    wrong.keySet().retainAll(expected);
    for (Expected one : expected) {
      Instant last = asked.get(one);
      if (last == null || !now.isBefore(last.plus(EVERY))) {
        asked.put(one, now);
        try {
          Tenancy.runAs(
              Tenancy.jobCaller(new OrganizationId(one.organization()), Tenancy.NOBODY),
              () -> ask(one));
        } catch (RuntimeException e) {
          if (isNew(one, e.toString())) {
            LOG.log(Level.WARNING, "result of connection " + one.connectionId(), e);
          }
        }
      }
    }
  }

  private void ask(Expected one) {
    ConnectionSettings settings =
        transactions.call(() -> connections.settings(one.connectionId()).orElseThrow());
    String subject = one.marketCode() + " " + one.deliveryDay();
    try {
      Optional<ResultFile> result = links.of(settings).result(one.marketCode(), one.deliveryDay());
      result.ifPresent(
          found -> {
            boolean ignored = transactions.call(() -> results.note(settings.id(), subject, found));
            wrong.remove(one);
          });
    } catch (UnreadableFile file) {
      if (isNew(one, file.sentence())) {
        fault(settings.id(), subject, file.sentence());
      }
    }
  }

  private boolean isNew(Expected one, String told) {
    return !told.equals(wrong.put(one, told));
  }

  private void fault(UUID connectionId, String subject, String sentence) {
    boolean ignored =
        transactions.call(
            () -> {
              messages.fault(connectionId, "unreadable_result", subject, sentence, clock.instant());
              return true;
            });
  }
}
