package energy.optibid.settlement.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.engine.settlement.LineKind;
import energy.optibid.settlement.Dispute;
import energy.optibid.settlement.DisputeState;
import energy.optibid.settlement.DisputeStep;
import energy.optibid.settlement.Disputes;
import energy.optibid.settlement.SettledLine;
import energy.optibid.settlement.ShadowSettlement;
import energy.optibid.settlement.ShadowSettlement.Difference;
import energy.optibid.settlement.adapter.JdbcStatementStore.KeptDay;
import energy.optibid.shared.Caller;
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
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Disputes: opened, moved on, talked about. */
@ApplicationScoped
@Typed(Disputes.class)
@InTransaction
public class DisputeDesk implements Disputes {
  private static final int LONGEST_NOTE = 2_000;
  private static final int MONEY_DECIMALS = 2;

  private final JdbcStatementStore statements;
  private final JdbcShadowStore shadows;
  private final JdbcDisputeStore store;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public DisputeDesk(
      JdbcStatementStore statements,
      JdbcShadowStore shadows,
      JdbcDisputeStore store,
      AuditTrail audit,
      Clock clock) {
    this.statements = statements;
    this.shadows = shadows;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Dispute open(Dispute.Input input) {
    List<Fault> faults = new ArrayList<>();
    String note = note(input.note(), true, faults);
    Dispute about = input.shadowId() == null ? line(input, faults) : difference(input, faults);
    if (!faults.isEmpty() || about == null) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED, "Such a dispute cannot be opened.", faults);
    }
    Caller caller = Tenancy.require();
    store.add(caller, about);
    entry(caller, about.id(), "open", note);
    return require(about.id());
  }

  @Override
  public Page<Dispute> list(@Nullable UUID statementId, @Nullable String cursor, int limit) {
    UUID before = cursor == null ? null : Cursors.id(cursor);
    return Page.of(store.list(statementId, before, limit), limit, d -> d.id().toString());
  }

  @Override
  public Dispute require(UUID id) {
    return store.find(id).orElseThrow(() -> ProblemException.notFound("dispute"));
  }

  @Override
  public Dispute step(UUID id, long expectedVersion, DisputeStep step, Dispute.Note note) {
    Dispute dispute = require(id);
    DisputeState target = dispute.after(step);
    String words = noteOrRefuse(note, false);
    if (!store.move(id, expectedVersion, target)) {
      throw new ProblemException(ProblemCode.PRECONDITION_FAILED, "It was changed meanwhile.");
    }
    entry(Tenancy.require(), id, step.code(), words);
    return require(id);
  }

  @Override
  public Dispute note(UUID id, Dispute.Note note) {
    require(id);
    entry(Tenancy.require(), id, "note", noteOrRefuse(note, true));
    return require(id);
  }

  private @Nullable Dispute line(Dispute.Input input, List<Fault> faults) {
    UUID statementId = input.statementId();
    UUID assetId = input.assetId();
    LocalDate day = input.day();
    Integer number = input.lineNumber();
    required(faults, "/statementId", statementId);
    required(faults, "/assetId", assetId);
    required(faults, "/day", day);
    required(faults, "/lineNumber", number);
    BigDecimal claimed = input.claimedAmount();
    required(faults, "/claimedAmount", claimed);
    judgeMoney(claimed, faults);
    if (statementId == null
        || assetId == null
        || day == null
        || number == null
        || claimed == null) {
      return null;
    }
    Optional<KeptDay> kept = statements.keptDay(statementId, assetId, day);
    Optional<SettledLine> line =
        kept.flatMap(
            found ->
                StatementDesk.lines(found).stream().filter(l -> l.number() == number).findFirst());
    if (line.isEmpty()) {
      faults.add(new Fault("/lineNumber", "not_found", "The statement has no such line."));
      return null;
    }
    SettledLine about = line.get();
    return new Subject(statementId, assetId, day, about.block(), about.kind(), about.source(), null)
        .opened(about.amount(), claimed, now());
  }

  private @Nullable Dispute difference(Dispute.Input input, List<Fault> faults) {
    UUID shadowId = input.shadowId();
    Integer number = input.difference();
    required(faults, "/difference", number);
    judgeMoney(input.claimedAmount(), faults);
    if (shadowId == null || number == null) {
      return null;
    }
    Optional<ShadowSettlement> shadow = shadows.find(shadowId);
    Optional<Difference> found =
        shadow.flatMap(
            known -> shadows.differences(known.id(), number - 1, 1).stream().findFirst());
    if (shadow.isEmpty() || found.isEmpty() || found.get().number() != number) {
      faults.add(new Fault("/difference", "not_found", "There is no such difference."));
      return null;
    }
    Difference about = found.get();
    BigDecimal own = about.ownAmount();
    BigDecimal claimed = input.claimedAmount();
    return new Subject(
            shadow.get().statementId(),
            about.assetId(),
            about.day(),
            about.block(),
            about.kind(),
            about.source(),
            shadowId)
        .opened(
            about.theirAmount(),
            claimed != null ? claimed : own != null ? own : BigDecimal.ZERO,
            now());
  }

  /**
   * What a dispute is about. No instance method of the desk takes one: the container's subclass of
   * it, in another package, could not be loaded.
   */
  private record Subject(
      UUID statementId,
      UUID assetId,
      LocalDate day,
      int block,
      LineKind kind,
      String source,
      @Nullable UUID shadowId) {
    Dispute opened(@Nullable BigDecimal stated, BigDecimal claimed, OffsetDateTime now) {
      return new Dispute(
          Ids.next(),
          statementId,
          assetId,
          day,
          block,
          kind,
          source,
          shadowId,
          stated,
          claimed,
          DisputeState.OPEN,
          List.of(),
          now,
          Tenancy.require().userId(),
          1);
    }
  }

  private void entry(Caller caller, UUID id, String action, String note) {
    store.addEntry(caller, id, new Dispute.Entry(action, note, now(), caller.userId()));
    audit.record("settlement.dispute_" + action, "dispute", id, Json.createObjectBuilder().build());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String noteOrRefuse(Dispute.Note note, boolean required) {
    List<Fault> faults = new ArrayList<>();
    String words = note(note.note(), required, faults);
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED, "That note cannot be accepted.", faults);
    }
    return words;
  }

  private static String note(@Nullable String note, boolean required, List<Fault> faults) {
    String words = note == null ? "" : note.strip();
    if ((required && words.isEmpty()) || words.length() > LONGEST_NOTE) {
      faults.add(
          new Fault("/note", "length", "Say why, in at most " + LONGEST_NOTE + " characters."));
    }
    return words;
  }

  private static void judgeMoney(@Nullable BigDecimal claimed, List<Fault> faults) {
    if (claimed != null
        && (claimed.stripTrailingZeros().scale() > MONEY_DECIMALS || claimed.precision() > 18)) {
      faults.add(new Fault("/claimedAmount", "decimals", "Money has at most 2 decimals."));
    }
  }

  private static void required(List<Fault> faults, String field, @Nullable Object value) {
    if (value == null) {
      faults.add(new Fault(field, "required", "Must be given."));
    }
  }
}
