package energy.optibid.imports.adapter;

import energy.optibid.engine.market.results.MarketDays;
import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.imports.ImportState;
import energy.optibid.imports.ImportSummary;
import energy.optibid.imports.ImportSummary.MarketTotals;
import energy.optibid.imports.domain.ImportLedger;
import energy.optibid.imports.domain.ImportTask;
import energy.optibid.imports.domain.Intake;
import energy.optibid.imports.domain.PriceIntake;
import energy.optibid.imports.domain.Spool;
import energy.optibid.jobs.JobHandler;
import energy.optibid.jobs.JobRun;
import energy.optibid.jobs.JobStopped;
import energy.optibid.market.PriceStaging;
import energy.optibid.rules.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Reads published prices and stages them as they come, in chunks of one short transaction each;
 * publishes them in one when no file is at fault. Memory holds one chunk. A killed job begins again
 * from the files.
 */
@ApplicationScoped
@Typed(JobHandler.class)
public class PriceImportJob implements JobHandler {
  private static final int CHUNK = 50_000;

  private final ImportLedger ledger;
  private final PriceStaging staging;
  private final Spool spool;
  private final Rules rules;

  @Inject
  public PriceImportJob(ImportLedger ledger, PriceStaging staging, Spool spool, Rules rules) {
    this.ledger = ledger;
    this.staging = staging;
    this.spool = spool;
    this.rules = rules;
  }

  @Override
  public String kind() {
    return StoredImports.PRICE_JOB;
  }

  @Override
  public JsonObject run(JobRun run) throws IOException {
    UUID importId = UUID.fromString(run.input().getString("importId"));
    ImportTask task = ledger.begin(importId);
    if (task.state().isFinal()) {
      return GmeImportJob.result(task.state(), List.of());
    }
    try {
      return GmeImportJob.result(work(run, task), List.of());
    } catch (JobStopped stopped) {
      // Cancelled, or another worker has it: only the one who asks later can tell, and cleans up.
      throw stopped;
    } catch (IOException | RuntimeException e) {
      ledger.fail(importId);
      throw e;
    }
  }

  private ImportState work(JobRun run, ImportTask task) throws IOException {
    Meter meter = new Meter(run, spool.files(task.spool(), task.fileNames()));
    Chunks chunks = new Chunks(task.id());
    if (!task.dryRun()) {
      staging.begin(task.id());
    }
    Intake intake =
        PriceIntake.read(
            task.format(),
            markets(),
            meter.files(),
            meter::reading,
            task.dryRun() ? block -> {} : chunks);
    run.checkCancelled();
    if (!intake.accepted()) {
      ledger.reject(task.id(), intake);
      return ImportState.REJECTED;
    }
    Intake counted = intake.with(withReplaced(intake.summary()));
    if (task.dryRun()) {
      ledger.check(task.id(), counted);
      return ImportState.CHECKED;
    }
    chunks.flush();
    run.checkCancelled();
    run.progress(meter.total(), meter.total(), "Publishing");
    ledger.publish(task.id(), counted);
    return ImportState.PUBLISHED;
  }

  private MarketDays markets() {
    Map<String, RulePack> packs = new HashMap<>();
    rules.markets().forEach(market -> packs.put(market, rules.pack(market)));
    return new MarketDays(packs);
  }

  private ImportSummary withReplaced(ImportSummary summary) {
    return new ImportSummary(
        summary.markets().stream().map(market -> market.withReplaced(existing(market))).toList());
  }

  private long existing(MarketTotals market) {
    ZoneId zone = rules.forDay(market.marketCode(), market.firstDay()).timeZone();
    return staging.existing(
        market.marketCode(),
        market.areas(),
        startOf(market.firstDay(), zone),
        startOf(market.lastDay().plusDays(1), zone));
  }

  private static Instant startOf(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** Collects blocks and stages them a chunk at a time. */
  private final class Chunks implements Consumer<PublishedBlock> {
    private final UUID importId;
    private final List<PublishedBlock> waiting = new ArrayList<>();

    Chunks(UUID importId) {
      this.importId = importId;
    }

    @Override
    public void accept(PublishedBlock block) {
      waiting.add(block);
      if (waiting.size() == CHUNK) {
        flush();
      }
    }

    void flush() {
      if (!waiting.isEmpty()) {
        staging.stage(importId, waiting);
        waiting.clear();
      }
    }
  }
}
