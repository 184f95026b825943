package energy.optibid.analytics.adapter;

import energy.optibid.operations.Feature.Extent;
import energy.optibid.resilience.Guard;
import energy.optibid.resilience.GuardedService;
import energy.optibid.resilience.ProbedService;
import energy.optibid.shared.SystemConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** ClickHouse and the copy in it. PostgreSQL answers while it is away or behind. */
@ApplicationScoped
public class ClickHouseService implements ProbedService {
  private static final Use USE =
      new Use(
          "analytics",
          Extent.FALLBACK,
          "ClickHouse is not switched on; PostgreSQL gives the same answers",
          Extent.FALLBACK,
          "ClickHouse cannot be used; PostgreSQL gives the same answers");

  private final ClickHouseSettings settings;
  private final ClickHouseClient client;
  private final PriceCopy copy;
  private final PriceReconciliation reconciliation;
  private final GuardedService guarded;

  @Inject
  public ClickHouseService(
      ClickHouseSettings settings,
      SystemConnections connections,
      ClickHouseGuard guard,
      Clock clock) {
    this(settings, connections, (Guard) guard, clock);
  }

  ClickHouseService(
      ClickHouseSettings settings, SystemConnections connections, Guard guard, Clock clock) {
    this.settings = settings;
    this.client = new ClickHouseClient(settings);
    this.guarded = new GuardedService("clickhouse", "PostgreSQL answers", guard, clock);
    // these work with PostgreSQL too, whose failures must not be taken for ClickHouse's
    ClickHouseClient guardedClient = client.guardedBy(guarded);
    this.copy = new PriceCopy(connections, guardedClient, settings, clock);
    this.reconciliation = new PriceReconciliation(connections, guardedClient);
  }

  ClickHouseClient client() {
    return client;
  }

  PriceCopy copy() {
    return copy;
  }

  PriceReconciliation reconciliation() {
    return reconciliation;
  }

  @Override
  public boolean enabled() {
    return settings.isOn();
  }

  @Override
  public GuardedService guarded() {
    return guarded;
  }

  @Override
  public void probe() {
    client.rows("select 1", row -> row.number(1));
  }

  @Override
  public Use use() {
    return USE;
  }

  @Override
  public Map<String, Long> figures() {
    return Map.of("daysWaiting", copy.waiting());
  }
}
