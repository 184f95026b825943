package energy.optibid.analytics.adapter;

import energy.optibid.analytics.CopyReconciliations;
import energy.optibid.jobs.Job;
import energy.optibid.jobs.Jobs;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;

/** Queues reconciliations. */
@ApplicationScoped
@Typed(CopyReconciliations.class)
public class ReconciliationDesk implements CopyReconciliations {
  private final ClickHouseService service;
  private final Jobs jobs;
  private final Transactions transactions;

  @Inject
  public ReconciliationDesk(ClickHouseService service, Jobs jobs, Transactions transactions) {
    this.service = service;
    this.jobs = jobs;
    this.transactions = transactions;
  }

  @Override
  public Job start() {
    if (!service.enabled()) {
      throw new ProblemException(
          ProblemCode.UNAVAILABLE, "ClickHouse is not switched on; there is no copy.");
    }
    return transactions.call(
        () -> jobs.enqueue(ReconciliationJob.KIND, JsonValue.EMPTY_JSON_OBJECT));
  }
}
