package energy.optibid.imports.adapter;

import energy.optibid.imports.ImportState;
import energy.optibid.imports.domain.GmeIntake;
import energy.optibid.imports.domain.ImportLedger;
import energy.optibid.imports.domain.ImportTask;
import energy.optibid.imports.domain.Intake;
import energy.optibid.imports.domain.Spool;
import energy.optibid.imports.domain.Spool.SpooledFile;
import energy.optibid.jobs.JobHandler;
import energy.optibid.jobs.JobRun;
import energy.optibid.jobs.JobStopped;
import energy.optibid.market.DayStaging;
import energy.optibid.market.StagedDay;
import energy.optibid.rules.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * Reads, stages and publishes an import. A killed job begins again from the files: what it had
 * staged is cleared first, and what it had published is not published twice.
 */
@ApplicationScoped
@Typed(JobHandler.class)
public class GmeImportJob implements JobHandler {
  private static final String MARKET = "gme-mgp";

  private final ImportLedger ledger;
  private final DayStaging staging;
  private final Spool spool;
  private final Rules rules;

  @Inject
  public GmeImportJob(ImportLedger ledger, DayStaging staging, Spool spool, Rules rules) {
    this.ledger = ledger;
    this.staging = staging;
    this.spool = spool;
    this.rules = rules;
  }

  @Override
  public String kind() {
    return StoredImports.GME_JOB;
  }

  @Override
  public JsonObject run(JobRun run) throws IOException {
    UUID importId = UUID.fromString(run.input().getString("importId"));
    ImportTask task = ledger.begin(importId);
    if (task.state().isFinal()) {
      return result(task.state(), task.auctionIds());
    }
    try {
      return work(run, task);
    } catch (JobStopped stopped) {
      // Cancelled, or another worker has it: only the one who asks later can tell, and cleans up.
      throw stopped;
    } catch (IOException | RuntimeException e) {
      ledger.fail(importId);
      throw e;
    }
  }

  private JsonObject work(JobRun run, ImportTask task) throws IOException {
    List<SpooledFile> files = spool.files(task.spool(), task.fileNames());
    Meter meter = new Meter(run, files);
    Intake intake =
        GmeIntake.read(rules.pack(MARKET), task.deliveryDay(), meter.files(), meter::reading);
    long total = meter.total();
    run.checkCancelled();
    if (!intake.accepted()) {
      ledger.reject(task.id(), intake);
      return result(ImportState.REJECTED, List.of());
    }
    if (task.dryRun()) {
      ledger.check(task.id(), intake);
      return result(ImportState.CHECKED, List.of());
    }
    for (StagedDay day : intake.days()) {
      run.checkCancelled();
      run.progress(total, total, "Writing " + day.day().date());
      staging.stage(task.id(), day);
    }
    run.checkCancelled();
    List<UUID> auctions = ledger.publish(task.id(), intake);
    run.progress(total, total, "Published " + auctions.size() + " days");
    return result(ImportState.PUBLISHED, auctions);
  }

  /** What an import came to, as its job keeps it. */
  static JsonObject result(ImportState state, List<UUID> auctions) {
    JsonArrayBuilder ids = Json.createArrayBuilder();
    auctions.forEach(id -> ids.add(id.toString()));
    return Json.createObjectBuilder().add("state", state.code()).add("auctionIds", ids).build();
  }
}
