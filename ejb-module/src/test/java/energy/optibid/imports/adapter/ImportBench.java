package energy.optibid.imports.adapter;

import energy.optibid.audit.AuditEntry;
import energy.optibid.audit.AuditTrail;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.market.ClearingParameters;
import energy.optibid.engine.market.gme.GmeFileKind;
import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.imports.Import;
import energy.optibid.imports.Imports;
import energy.optibid.imports.Upload;
import energy.optibid.jobs.Job;
import energy.optibid.jobs.JobHandler;
import energy.optibid.jobs.JobRun;
import energy.optibid.jobs.JobStopped;
import energy.optibid.jobs.Jobs;
import energy.optibid.market.DayStaging;
import energy.optibid.market.PriceStaging;
import energy.optibid.market.adapter.MarketBench;
import energy.optibid.rules.domain.RuleShelf;
import energy.optibid.shared.Caller;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Imports on a real database with everything around them written down instead of done. */
final class ImportBench {
  final PostgresServer server = PostgresServer.shared();
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

  static RulePack pack(String market) {
    String name = market + ".csv";
    try (InputStream csv =
        ImportBench.class.getClassLoader().getResourceAsStream("optibid/rule-packs/" + name)) {
      return RulePack.read(name, Objects.requireNonNull(csv));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RuleShelf rules() {
    Properties packs = new Properties();
    try (InputStream file =
        ImportBench.class
            .getClassLoader()
            .getResourceAsStream("optibid/rule-packs/markets.properties")) {
      packs.load(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RuleShelf(
        packs.stringPropertyNames().stream()
            .collect(
                Collectors.toMap(market -> market, market -> pack(packs.getProperty(market)))));
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

  Import receive(Caller caller, @Nullable LocalDate day, Map<String, byte[]> files) {
    return receive(caller, Imports.GME, day, false, files);
  }

  Import receive(
      Caller caller,
      String format,
      @Nullable LocalDate day,
      boolean dryRun,
      Map<String, byte[]> files) {
    return receive(caller, format, day, dryRun, PriceDiscovery.EXCHANGE, files);
  }

  Import receive(
      Caller caller,
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

  Import receiveFiles(Caller caller, @Nullable LocalDate day, List<Path> files) {
    return receiveFiles(caller, Imports.GME, day, files);
  }

  Import receiveFiles(Caller caller, String format, @Nullable LocalDate day, List<Path> files) {
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

  JsonObject work(Caller caller, Import received) {
    return work(caller, received, Integer.MAX_VALUE);
  }

  /** Stops the job at its n-th look at whether it was cancelled. */
  JsonObject work(Caller caller, Import received, int looks) {
    JobHandler job =
        received.format().equals(Imports.GME)
            ? new GmeImportJob(imports, staging, spool, rules())
            : new PriceImportJob(imports, prices, spool, rules());
    return as(caller, () -> job.run(new Run(received.id(), looks)));
  }

  Import find(Caller caller, UUID id) {
    return as(caller, () -> imports.find(id));
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
    public void record(String action, String subjectType, UUID subjectId, JsonObject details) {
      audited.add(action);
    }

    @Override
    public Page<AuditEntry> list(@Nullable String cursor, int limit) {
      return new Page<>(List.of(), null);
    }
  }
}
