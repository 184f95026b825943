package energy.optibid.imports.adapter;

import energy.optibid.audit.AuditEntry;
import energy.optibid.audit.AuditQuery;
import energy.optibid.audit.AuditTrail;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.market.ClearingParameters;
import energy.optibid.engine.market.gme.GmeFileKind;
import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.imports.Import;
import energy.optibid.imports.ImportFault;
import energy.optibid.imports.Imports;
import energy.optibid.imports.Upload;
import energy.optibid.jobs.Job;
import energy.optibid.jobs.JobHandler;
import energy.optibid.jobs.JobRun;
import energy.optibid.jobs.JobStopped;
import energy.optibid.jobs.Jobs;
import energy.optibid.market.ClearingInput;
import energy.optibid.market.DayStaging;
import energy.optibid.market.PriceCharts;
import energy.optibid.market.PriceResolution;
import energy.optibid.market.PriceSeries;
import energy.optibid.market.PriceStaging;
import energy.optibid.market.adapter.MarketBench;
import energy.optibid.rules.Rules;
import energy.optibid.rules.adapter.ClassPathRulePacks;
import energy.optibid.shared.Caller;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Imports of one organisation on a real database, with everything around them written down instead
 * of done.
 */
final class ImportBench {
  final PostgresServer server = PostgresServer.shared();
  final Caller caller = Tenants.create(server);
  final LocalTransactions transactions = server.transactions();
  final List<DomainEvent> events = new ArrayList<>();
  final List<String> audited = new ArrayList<>();
  final DayStaging staging = MarketBench.staging(transactions, events::add);
  final PriceStaging prices = MarketBench.priceStaging(transactions);
  final FolderSpool spool;
  final StoredImports imports;
  final Path home;

  ImportBench(Path home) {
    this.home = home;
    this.spool = new FolderSpool(home);
    this.imports =
        new StoredImports(
            transactions,
            transactions,
            new WaitingJobs(),
            staging,
            prices,
            spool,
            new WrittenAudit());
  }

  static Rules rules() {
    return new ClassPathRulePacks().rules();
  }

  static ClearingRules gmeTerms(LocalDate day) {
    return ClearingParameters.of(rules().forDay("gme-mgp", day));
  }

  static Map<String, byte[]> files(TinyDay day) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (GmeFileKind kind : day.kinds()) {
      files.put(kind.baseName() + ".csv", day.text(kind));
    }
    return files;
  }

  Import receive(String format, @Nullable LocalDate day, Map<String, byte[]> files) {
    return receive(format, day, false, PriceDiscovery.EXCHANGE, files);
  }

  Import receive(
      String format,
      @Nullable LocalDate day,
      boolean dryRun,
      PriceDiscovery priceSource,
      Map<String, byte[]> files) {
    return as(
        caller,
        () -> {
          Upload upload = spool.open();
          for (Map.Entry<String, byte[]> file : files.entrySet()) {
            upload.add(file.getKey(), new ByteArrayInputStream(file.getValue()));
          }
          return imports.receive(format, day, dryRun, priceSource, upload);
        });
  }

  Import receiveFiles(String format, @Nullable LocalDate day, List<Path> files) {
    return as(
        caller,
        () -> {
          Upload upload = spool.open();
          for (Path file : files) {
            try (InputStream content = Files.newInputStream(file)) {
              upload.add(file.getFileName().toString(), content);
            }
          }
          return imports.receive(format, day, false, PriceDiscovery.EXCHANGE, upload);
        });
  }

  /** Does the work of a received import. */
  JsonObject work(Import received) {
    return work(received, Integer.MAX_VALUE);
  }

  /** Stops the job at its n-th look at whether it was cancelled. */
  JsonObject work(Import received, int looks) {
    JobHandler job =
        received.format().equals(Imports.GME)
            ? new GmeImportJob(imports, staging, spool, rules())
            : new PriceImportJob(imports, prices, spool, rules());
    return as(caller, () -> job.run(new Run(received.id(), looks)));
  }

  /** The import once its work is done. */
  Import worked(Import received) {
    work(received);
    return find(caller, received.id());
  }

  Import imported(String format, Map<String, byte[]> files) {
    return worked(receive(format, null, files));
  }

  /** Everything but the publication. */
  Import checked(String format, Map<String, byte[]> files) {
    return worked(receive(format, null, true, PriceDiscovery.EXCHANGE, files));
  }

  Import find(Caller by, UUID id) {
    return as(by, () -> imports.find(id));
  }

  List<ImportFault> faults(Import done) {
    return as(caller, () -> imports.faults(done.id(), null, 100).items());
  }

  List<String> faultCodes(Import done) {
    return faults(done).stream().map(ImportFault::code).toList();
  }

  /** The orders of a published day of GME. */
  ClearingInput book(Caller by, Import done, LocalDate day) {
    return as(
        by, () -> MarketBench.books(transactions).load(done.auctionIds().get(0), gmeTerms(day)));
  }

  PriceCharts charts() {
    return MarketBench.charts(transactions);
  }

  List<PriceSeries> series(
      Caller by,
      String market,
      String area,
      OffsetDateTime from,
      OffsetDateTime to,
      @Nullable PriceResolution resolution) {
    return as(by, () -> charts().series(market, area, from, to, resolution, null));
  }

  /** The first value of the first row that this organisation sees, as text. */
  String text(String query, Object... values) {
    return textAs(caller, query, values);
  }

  String textAs(Caller by, String query, Object... values) {
    return transactions.callAs(
        by,
        () ->
            transactions.withConnection(
                connection ->
                    Sql.first(connection, query, row -> String.valueOf(row.getString(1)), values)
                        .orElseThrow()));
  }

  /** How many partitions an import has for its staged prices. */
  String partitions(Import of) {
    return text(
        "select count(*)::text from pg_class where relname = 'staged_history_%s'"
            .formatted(of.id().toString().replace("-", "")));
  }

  static <T> T as(Caller caller, Callable<T> work) {
    try {
      return Tenancy.callAs(caller, work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Run implements JobRun {
    private final UUID importId;
    private int looks;

    Run(UUID importId, int looks) {
      this.importId = importId;
      this.looks = looks;
    }

    @Override
    public UUID id() {
      return importId;
    }

    @Override
    public JsonObject input() {
      return Json.createObjectBuilder().add("importId", importId.toString()).build();
    }

    @Override
    public void progress(long done, long total, String note) {
      if (done > total) {
        throw new IllegalStateException("read " + done + " of " + total);
      }
    }

    @Override
    public void checkCancelled() {
      if (--looks == 0) {
        throw new JobStopped("killed by the test");
      }
    }
  }

  /** Every job waits for ever; the test does the work itself. */
  private static final class WaitingJobs implements Jobs {
    @Override
    public Job enqueue(String kind, JsonObject input) {
      return waiting(Ids.next());
    }

    @Override
    public Job find(UUID id) {
      return waiting(id);
    }

    @Override
    public Page<Job> list(@Nullable String cursor, int limit) {
      return new Page<>(List.of(), null);
    }

    @Override
    public Job cancel(UUID id) {
      throw ProblemException.notFound("job");
    }

    private static Job waiting(UUID id) {
      return new Job(
          id,
          "gme-import",
          Job.State.QUEUED,
          new Job.Progress(0, 0, ""),
          null,
          null,
          Instant.EPOCH,
          null,
          null,
          1);
    }
  }

  private final class WrittenAudit implements AuditTrail {
    @Override
    public void record(
        String action,
        String subjectType,
        UUID subjectId,
        @Nullable JsonObject before,
        JsonObject after) {
      audited.add(action);
    }

    @Override
    public Page<AuditEntry> list(AuditQuery query, @Nullable String cursor, int limit) {
      return new Page<>(List.of(), null);
    }
  }
}
