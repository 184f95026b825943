package energy.optibid.imports.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.engine.rules.PriceDiscovery;
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
import energy.optibid.market.PriceStaging;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports in PostgreSQL: what was sent, what was found, what it became. */
@ApplicationScoped
@Typed({Imports.class, ImportLedger.class})
public class StoredImports implements Imports, ImportLedger {
  static final String GME_JOB = "gme-import";
  static final String PRICE_JOB = "price-import";

  private final Transactions transactions;
  private final ImportRows rows;
  private final Jobs jobs;
  private final DayStaging days;
  private final PriceStaging prices;
  private final Spool spool;
  private final AuditTrail audit;

  @Inject
  public StoredImports(
      Transactions transactions,
      TenantConnections connections,
      Jobs jobs,
      DayStaging days,
      PriceStaging prices,
      Spool spool,
      AuditTrail audit) {
    this.transactions = transactions;
    this.rows = new ImportRows(connections);
    this.jobs = jobs;
    this.days = days;
    this.prices = prices;
    this.spool = spool;
    this.audit = audit;
  }

  @Override
  public Import receive(
      String format,
      @Nullable LocalDate deliveryDay,
      boolean dryRun,
      PriceDiscovery priceSource,
      Upload upload) {
    requireSound(format, deliveryDay, priceSource, upload);
    return transactions.call(
        () -> {
          UUID id = Ids.next();
          Job job =
              jobs.enqueue(
                  format.equals(GME) ? GME_JOB : PRICE_JOB,
                  Json.createObjectBuilder().add("importId", id.toString()).build());
          rows.insert(id, format, deliveryDay, dryRun, priceSource, upload, job.id());
          audit.record(
              "import.received",
              "import",
              id,
              Json.createObjectBuilder()
                  .add("format", format)
                  .add("dryRun", dryRun)
                  .add("priceSource", priceSource.code())
                  .add("files", Json.createArrayBuilder(upload.names()))
                  .add("digest", upload.digest())
                  .build());
          return rows.find(id);
        });
  }

  private static void requireSound(
      String format, @Nullable LocalDate deliveryDay, PriceDiscovery priceSource, Upload upload) {
    List<Fault> faults = new ArrayList<>();
    if (!FORMATS.contains(format)) {
      faults.add(
          new Fault(
              "/format", "unknown_value", "Must be one of " + String.join(", ", FORMATS) + "."));
    } else if (deliveryDay != null && !format.equals(GME)) {
      faults.add(
          new Fault("/deliveryDay", "not_allowed", "Files of prices are taken with all days."));
    }
    if (format.equals(GME) && priceSource != PriceDiscovery.EXCHANGE) {
      faults.add(new Fault("/priceSource", "not_allowed", "Order books are an exchange's own."));
    }
    if (upload.names().isEmpty()) {
      faults.add(new Fault("/files", "required", "Send at least one file."));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(ProblemCode.VALIDATION_FAILED, "This cannot be imported.", faults);
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
            clear(importId);
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
              clear(importId);
              record("import.rejected", importId, intake);
              return rows.task(importId);
            });
    spool.discard(task.spool());
  }

  private void clear(UUID importId) {
    days.clear(importId);
    prices.clear(importId);
  }

  @Override
  public void check(UUID importId, Intake intake) {
    ImportTask task =
        transactions.call(
            () -> {
              rows.writeIntake(importId, intake);
              rows.changeState(importId, ImportState.CHECKED);
              record("import.checked", importId, intake);
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
              List<UUID> auctions = List.of();
              ImportTask known = rows.task(importId);
              if (known.format().equals(GME)) {
                auctions = days.publish(importId).stream().map(Auction::id).toList();
              } else {
                prices.publish(importId, known.priceSource());
              }
              rows.publish(importId, auctions);
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
              clear(importId);
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
            .add(
                "days", intake.summary().markets().stream().mapToInt(market -> market.days()).sum())
            .build();
    audit.record(action, "import", importId, details);
  }
}
