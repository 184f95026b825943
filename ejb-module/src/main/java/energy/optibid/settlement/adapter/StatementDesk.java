package energy.optibid.settlement.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.engine.settlement.BlockDeviation;
import energy.optibid.engine.settlement.MissingInput;
import energy.optibid.engine.settlement.StatementLine;
import energy.optibid.jobs.Job;
import energy.optibid.jobs.Jobs;
import energy.optibid.settlement.LineOrigin;
import energy.optibid.settlement.SettledDeviation;
import energy.optibid.settlement.SettledLine;
import energy.optibid.settlement.Statement;
import energy.optibid.settlement.Statement.Missing;
import energy.optibid.settlement.StatementDay;
import energy.optibid.settlement.StatementRequest;
import energy.optibid.settlement.StatementState;
import energy.optibid.settlement.StatementStatus;
import energy.optibid.settlement.Statements;
import energy.optibid.settlement.adapter.JdbcStatementStore.Asked;
import energy.optibid.settlement.adapter.JdbcStatementStore.KeptDay;
import energy.optibid.settlement.domain.LineText;
import energy.optibid.shared.Cursors;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Ids;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements: asked for, read, made final. */
@ApplicationScoped
@Typed(Statements.class)
@InTransaction
public class StatementDesk implements Statements {
  private final JdbcStatementStore store;
  private final JdbcTradedDays traded;
  private final LineOrigins origins;
  private final SettledAuctions auctions;
  private final Jobs jobs;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public StatementDesk(
      JdbcStatementStore store,
      JdbcTradedDays traded,
      LineOrigins origins,
      SettledAuctions auctions,
      Jobs jobs,
      AuditTrail audit,
      Clock clock) {
    this.store = store;
    this.traded = traded;
    this.origins = origins;
    this.auctions = auctions;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Statement create(StatementRequest request) {
    UUID exchangeId = request.exchangeId();
    List<Fault> faults = new ArrayList<>();
    if (exchangeId != null && traded.seed(exchangeId).isEmpty()) {
      faults.add(new Fault("/exchangeId", "not_found", "There is no such exchange."));
    }
    LocalDate first = request.firstDay();
    LocalDate last = request.lastDay();
    if (first == null) {
      faults.add(new Fault("/firstDay", "required", "Name the first delivery day."));
    }
    if (last == null) {
      faults.add(new Fault("/lastDay", "required", "Name the last delivery day."));
    }
    if (first != null
        && last != null
        && (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= LONGEST_SPAN_DAYS)) {
      faults.add(
          new Fault(
              "/lastDay", "span", "1 to " + LONGEST_SPAN_DAYS + " days from the first day on."));
    }
    if (!faults.isEmpty() || first == null || last == null) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED, "Such a statement cannot be made.", faults);
    }
    UUID id = Ids.next();
    JsonObjectBuilder input =
        Json.createObjectBuilder()
            .add("statementId", id.toString())
            .add("firstDay", first.toString())
            .add("lastDay", last.toString());
    if (exchangeId != null) {
      input.add("exchangeId", exchangeId.toString());
    }
    Job job = jobs.enqueue(StatementJob.KIND, input.build());
    store.add(
        Tenancy.require(),
        new Asked(id, exchangeId, first, last, job.id()),
        clock.instant().atOffset(ZoneOffset.UTC));
    audit.record(
        "settlement.statement_asked",
        "statement",
        id,
        Json.createObjectBuilder()
            .add("firstDay", first.toString())
            .add("lastDay", last.toString())
            .build());
    return require(id);
  }

  @Override
  public Page<Statement> list(
      @Nullable UUID exchangeId, boolean reality, @Nullable String cursor, int limit) {
    UUID before = cursor == null ? null : Cursors.id(cursor);
    return Page.of(
        store.list(exchangeId, reality, before, limit),
        limit,
        statement -> statement.id().toString());
  }

  @Override
  public Statement require(UUID id) {
    return store.find(id).orElseThrow(() -> ProblemException.notFound("statement"));
  }

  @Override
  public Statement finish(UUID id, long expectedVersion) {
    Statement statement = require(id);
    if (statement.state() != StatementState.READY
        || statement.status() != StatementStatus.PROVISIONAL) {
      throw new ProblemException(
          ProblemCode.ILLEGAL_TRANSITION, "Only a provisional statement that is ready ends.");
    }
    requireWhole(statement);
    auctions.settle(statement);
    if (!store.finish(id, expectedVersion)) {
      throw new ProblemException(ProblemCode.PRECONDITION_FAILED, "It was changed meanwhile.");
    }
    audit.record("settlement.statement_final", "statement", id, Json.createObjectBuilder().build());
    return require(id);
  }

  private static void requireWhole(Statement statement) {
    List<String> reasons = new ArrayList<>();
    for (Missing missing : statement.missing()) {
      if (missing.input() == MissingInput.FINAL_AWARD) {
        reasons.add(
            "The exchange's result of %d blocks is not final; when it is, calculate the statement again."
                .formatted(missing.blocks()));
      } else if (reasons.isEmpty()) {
        reasons.add("Some blocks lack an input; import it and calculate the statement again.");
      }
    }
    if (!reasons.isEmpty()) {
      throw new ProblemException(ProblemCode.ILLEGAL_TRANSITION, String.join(" ", reasons));
    }
  }

  @Override
  public Page<StatementDay> days(
      UUID id, @Nullable UUID assetId, @Nullable String cursor, int limit) {
    require(id);
    UUID after = null;
    LocalDate day = null;
    if (cursor != null) {
      String[] parts = cursor.split("~", 2);
      after = Cursors.id(parts[0]);
      day = dayOf(parts.length < 2 ? "" : parts[1]);
    }
    return Page.of(
        store.days(id, assetId, after, day, limit), limit, d -> d.assetId() + "~" + d.day());
  }

  @Override
  public Page<SettledLine> lines(UUID id, LineQuery query, @Nullable String cursor, int limit) {
    List<SettledLine> all = lines(day(id, query.assetId(), query.day()));
    int after = cursor == null ? 0 : place(cursor);
    List<SettledLine> page =
        all.stream()
            .filter(line -> line.number() > after)
            .filter(line -> query.block() == null || line.block() == query.block())
            .filter(line -> query.kind() == null || line.kind() == query.kind())
            .limit(limit + 1L)
            .toList();
    return Page.of(page, limit, line -> Integer.toString(line.number()));
  }

  @Override
  public List<SettledDeviation> deviations(UUID id, UUID assetId, LocalDate day) {
    return deviations(day(id, assetId, day));
  }

  @Override
  public LineOrigin origin(UUID id, UUID assetId, LocalDate day, int number) {
    KeptDay kept = day(id, assetId, day);
    SettledLine line =
        lines(kept).stream()
            .filter(candidate -> candidate.number() == number)
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound("line"));
    SettledDeviation deviation =
        line.kind().isDeviation()
            ? deviations(kept).stream()
                .filter(candidate -> candidate.block() == line.block())
                .findFirst()
                .orElse(null)
            : null;
    return origins.of(kept, line, deviation);
  }

  private KeptDay day(UUID id, UUID assetId, LocalDate day) {
    require(id);
    return store
        .keptDay(id, assetId, day)
        .orElseThrow(() -> ProblemException.notFound("day of the statement"));
  }

  static List<SettledLine> lines(KeptDay kept) {
    List<StatementLine> lines = LineText.lines(kept.lines());
    List<SettledLine> settled = new ArrayList<>(lines.size());
    for (StatementLine line : lines) {
      settled.add(
          new SettledLine(
              settled.size() + 1,
              kept.day().assetId(),
              kept.day().day(),
              line.block(),
              line.kind(),
              line.source(),
              line.quantity(),
              line.kind().quantityUnit(),
              line.price(),
              line.percent(),
              line.amount()));
    }
    return settled;
  }

  static List<SettledDeviation> deviations(KeptDay kept) {
    Map<Integer, BigDecimal> amounts = new HashMap<>();
    for (StatementLine line : LineText.lines(kept.lines())) {
      if (line.kind().isDeviation()) {
        amounts.merge(line.block(), line.amount(), BigDecimal::add);
      }
    }
    List<SettledDeviation> settled = new ArrayList<>();
    for (BlockDeviation block : LineText.deviations(kept.deviations())) {
      settled.add(
          new SettledDeviation(
              block.block(),
              block.scheduledMwh(),
              block.actualMwh(),
              block.deviationMwh(),
              block.basisMwh(),
              block.percent(),
              block.band(),
              block.referenceRate(),
              block.frequencyHz(),
              block.band() == 0 ? BigDecimal.ZERO : amounts.get(block.block())));
    }
    return settled;
  }

  private static LocalDate dayOf(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw notOurs();
    }
  }

  private static int place(String cursor) {
    try {
      return Integer.parseInt(cursor);
    } catch (NumberFormatException e) {
      throw notOurs();
    }
  }

  private static ProblemException notOurs() {
    return new ProblemException(
        ProblemCode.MALFORMED_REQUEST, "The cursor is not one that a list here gave out.");
  }
}
