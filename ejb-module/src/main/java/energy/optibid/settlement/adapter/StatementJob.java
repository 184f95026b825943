package energy.optibid.settlement.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.Assets;
import energy.optibid.engine.settlement.Participant;
import energy.optibid.gateway.ExchangeAwards;
import energy.optibid.jobs.JobHandler;
import energy.optibid.jobs.JobRun;
import energy.optibid.rules.PackArchive;
import energy.optibid.rules.Rules;
import energy.optibid.settlement.AssetTerms;
import energy.optibid.settlement.GridDay;
import energy.optibid.settlement.domain.CalculatedDay;
import energy.optibid.settlement.domain.OutsideAwards;
import energy.optibid.settlement.domain.SettledInputs;
import energy.optibid.settlement.domain.StatementCalculation;
import energy.optibid.shared.Page;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calculates a statement: reads everything in one transaction, settles outside of any, keeps it all
 * in one more. Run again after a crash it replaces what it left.
 */
@ApplicationScoped
public class StatementJob implements JobHandler {
  static final String KIND = "settlement-statement";

  private static final int ASSETS_AT_ONCE = 200;

  private final Transactions transactions;
  private final Assets assets;
  private final Rules rules;
  private final PackArchive archive;
  private final JdbcInputStore inputs;
  private final JdbcTradedDays traded;
  private final ExchangeAwards awards;
  private final GridSource grid;
  private final JdbcStatementStore store;

  @Inject
  public StatementJob(
      Transactions transactions,
      Assets assets,
      Rules rules,
      PackArchive archive,
      JdbcInputStore inputs,
      JdbcTradedDays traded,
      ExchangeAwards awards,
      GridSource grid,
      JdbcStatementStore store) {
    this.transactions = transactions;
    this.assets = assets;
    this.rules = rules;
    this.archive = archive;
    this.inputs = inputs;
    this.traded = traded;
    this.awards = awards;
    this.grid = grid;
    this.store = store;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public JsonObject run(JobRun job) {
    UUID statementId = UUID.fromString(job.input().getString("statementId"));
    String exchange = job.input().getString("exchangeId", "");
    UUID exchangeId = exchange.isEmpty() ? null : UUID.fromString(exchange);
    LocalDate first = LocalDate.parse(job.input().getString("firstDay"));
    LocalDate last = LocalDate.parse(job.input().getString("lastDay"));
    job.progress(0, 0, "reading awards, meters and schedules");
    SettledInputs read = transactions.call(() -> read(exchangeId, first, last));
    List<CalculatedDay> days = settle(job, read, first, last);
    boolean simulated =
        read.grid().values().stream().anyMatch(day -> day.source() == GridDay.Source.SIMULATED);
    JsonObject summary = StatementJson.summary(days, simulated, read.blocksNotFinal());
    job.checkCancelled();
    int kept =
        transactions.call(
            () -> {
              days.stream().map(CalculatedDay::pack).distinct().forEach(archive::keep);
              store.keep(Tenancy.require(), statementId, days, summary);
              return days.size();
            });
    return Json.createObjectBuilder()
        .add("statementId", statementId.toString())
        .add("assetDays", kept)
        .build();
  }

  private List<CalculatedDay> settle(
      JobRun job, SettledInputs read, LocalDate first, LocalDate last) {
    StatementCalculation calculation = new StatementCalculation(rules, read);
    long total = read.assets().size() * (ChronoUnit.DAYS.between(first, last) + 1);
    long done = 0;
    List<CalculatedDay> days = new ArrayList<>();
    for (Asset asset : read.assets()) {
      for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
        Optional<CalculatedDay> settled = calculation.settle(asset, day);
        settled.ifPresent(days::add);
        done++;
        job.progress(done, total, asset.name() + ", " + day);
      }
    }
    return days;
  }

  private SettledInputs read(@Nullable UUID exchangeId, LocalDate first, LocalDate last) {
    List<Asset> all = new ArrayList<>();
    String cursor = null;
    do {
      Page<Asset> page = assets.list(null, cursor, ASSETS_AT_ONCE);
      all.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    // a day of any zone lies within a day of its date by UTC
    Instant from = first.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = last.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    OutsideAwards outside =
        exchangeId == null
            ? OutsideAwards.of(
                awards.ofDays(first, last), awards.awaited(first, last), settled(all)::contains)
            : OutsideAwards.NONE;
    return new SettledInputs(
        all,
        terms(all),
        outside.beside(traded.trades(exchangeId, null, first, last)),
        traded.readings(exchangeId, from, to),
        traded.schedules(exchangeId, null, first, last),
        grid.days(exchangeId, first, last),
        outside.origins(),
        outside.blocksNotFinal());
  }

  /** Assets that a deviation pack settles. */
  private Set<UUID> settled(List<Asset> all) {
    return all.stream()
        .filter(asset -> rules.deviationPack(asset.marketCode()).isPresent())
        .map(Asset::id)
        .collect(Collectors.toSet());
  }

  private Map<UUID, AssetTerms> terms(List<Asset> all) {
    Map<UUID, Participant> participants = new HashMap<>();
    all.forEach(
        asset -> participants.put(asset.id(), StatementCalculation.participant(asset.type())));
    Map<UUID, AssetTerms> terms = new HashMap<>();
    inputs
        .terms(null)
        .forEach(
            stated -> {
              Participant who = participants.get(stated.assetId());
              if (who != null) {
                terms.put(stated.assetId(), stated.as(who));
              }
            });
    return terms;
  }
}
