package energy.optibid.analytics.adapter;

import energy.optibid.jobs.JobHandler;
import energy.optibid.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.YearMonth;
import java.util.List;

/** Compares the copy with the prices, month by month. Run again it compares again. */
@ApplicationScoped
public class ReconciliationJob implements JobHandler {
  static final String KIND = "price-copy-reconciliation";

  private final ClickHouseService service;

  @Inject
  public ReconciliationJob(ClickHouseService service) {
    this.service = service;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public JsonObject run(JobRun job) throws Exception {
    PriceReconciliation reconciliation = service.reconciliation();
    service.copy().prepare();
    List<YearMonth> months = reconciliation.months(service.copy().oldest());
    PriceReconciliation.Outcome outcome = new PriceReconciliation.Outcome(0, 0);
    for (int i = 0; i < months.size(); i++) {
      job.checkCancelled();
      YearMonth month = months.get(i);
      job.progress(i, months.size(), month.toString());
      outcome = outcome.and(reconciliation.reconcile(month));
    }
    return Json.createObjectBuilder()
        .add("months", months.size())
        .add("days", outcome.days())
        .add("different", outcome.different())
        .build();
  }
}
