package energy.optibid.imports.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.imports.Import;
import energy.optibid.imports.ImportFault;
import energy.optibid.imports.ImportState;
import energy.optibid.imports.Imports;
import energy.optibid.imports.Upload;
import energy.optibid.imports.domain.ImportLedger;
import energy.optibid.imports.domain.ImportTask;
import energy.optibid.imports.domain.Intake;
import energy.optibid.imports.domain.Spool;
import energy.optibid.jobs.Job;
import energy.optibid.jobs.Jobs;
import energy.optibid.market.Auction;
import energy.optibid.market.DayStaging;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports in PostgreSQL: what was sent, what was found, what it became. */
@ApplicationScoped
@Typed({Imports.class, ImportLedger.class})
public class StoredImports implements Imports, ImportLedger {
  static final String JOB_KIND = "gme-import";
  private static final String MARKET = "gme-mgp";

  private final Transactions transactions;
  private final ImportRows rows;
  private final Jobs jobs;
  private final DayStaging staging;
  private final Spool spool;
  private final AuditTrail audit;

  @Inject
  public StoredImports(
      Transactions transactions,
      TenantConnections connections,
      Jobs jobs,
      DayStaging staging,
      Spool spool,
      AuditTrail audit) {
    this.transactions = transactions;
    this.rows = new ImportRows(connections);
    this.jobs = jobs;
    this.staging = staging;
    this.spool = spool;
    this.audit = audit;
  }

  @Override
  public Import receive(String format, @Nullable LocalDate deliveryDay, Upload upload) {
    requireSound(format, upload);
    return transactions.call(
        () -> {
          UUID id = Ids.next();
          Job job =
              jobs.enqueue(
                  JOB_KIND, Json.createObjectBuilder().add("importId", id.toString()).build());
          rows.insert(id, format, MARKET, deliveryDay, upload, job.id());
          audit.record(
              "import.received",
              "import",
              id,
              Json.createObjectBuilder()
                  .add("files", Json.createArrayBuilder(upload.names()))
                  .add("digest", upload.digest())
                  .build());
          return rows.find(id);
        });
  }

  private static void requireSound(String format, Upload upload) {
    if (!format.equals(GME)) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          "This format is not read here.",
          List.of(new Fault("/format", "unknown_value", "Must be gme.")));
    }
    if (upload.names().isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          "There is nothing to import.",
          List.of(new Fault("/files", "required", "Send at least one file.")));
    }
  }

  @Override
  public Import find(UUID id) {
    return transactions.call(() -> settled(rows.find(id)));
  }

  @Override
  public Page<Import> list(@Nullable String cursor, int limit) {
    return transactions.call(
        () -> {
          Page<Import> page = rows.list(cursor, limit);
          return new Page<>(page.items().stream().map(this::settled).toList(), page.nextCursor());
        });
  }

  @Override
  public Page<ImportFault> faults(UUID id, @Nullable String cursor, int limit) {
    return transactions.call(
        () -> {
          rows.find(id);
          return rows.faults(id, cursor, limit);
        });
  }

  /** An import whose job has ended without ending it was cancelled, or killed once too often. */
  private Import settled(Import known) {
    if (known.state().isFinal() || !jobs.find(known.jobId()).state().isFinal()) {
      return known;
    }
    Import now = rows.find(known.id());
    if (!now.state().isFinal()) {
      fail(known.id());
    }
    return rows.find(known.id());
  }

  @Override
  public ImportTask begin(UUID importId) {
    return transactions.call(
        () -> {
          ImportTask task = rows.task(importId);
          if (!task.state().isFinal()) {
            rows.changeState(importId, ImportState.CHECKING);
            staging.clear(importId);
          }
          return task;
        });
  }

  @Override
  public void reject(UUID importId, Intake intake) {
    ImportTask task =
        transactions.call(
            () -> {
              rows.writeIntake(importId, intake);
              rows.changeState(importId, ImportState.REJECTED);
              staging.clear(importId);
              record("import.rejected", importId, intake);
              return rows.task(importId);
            });
    spool.discard(task.spool());
  }

  @Override
  public List<UUID> publish(UUID importId, Intake intake) {
    ImportTask task =
        transactions.call(
            () -> {
              rows.writeIntake(importId, intake);
              List<Auction> auctions = staging.publish(importId);
              rows.publish(importId, auctions.stream().map(Auction::id).toList());
              record("import.published", importId, intake);
              return rows.task(importId);
            });
    spool.discard(task.spool());
    return task.auctionIds();
  }

  @Override
  public void fail(UUID importId) {
    ImportTask task =
        transactions.call(
            () -> {
              rows.changeState(importId, ImportState.FAILED);
              staging.clear(importId);
              return rows.task(importId);
            });
    spool.discard(task.spool());
  }

  private void record(String action, UUID importId, Intake intake) {
    JsonObject details =
        Json.createObjectBuilder()
            .add("rows", intake.files().stream().mapToLong(file -> file.rows()).sum())
            .add("normalised", intake.files().stream().mapToLong(file -> file.normalised()).sum())
            .add("faults", intake.faultCount())
            .add("days", intake.days().size())
            .build();
    audit.record(action, "import", importId, details);
  }
}
