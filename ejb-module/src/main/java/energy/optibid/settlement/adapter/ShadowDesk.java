package energy.optibid.settlement.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.engine.settlement.StatementLine;
import energy.optibid.settlement.ShadowSettlement;
import energy.optibid.settlement.ShadowSettlements;
import energy.optibid.settlement.StatementState;
import energy.optibid.settlement.Statements;
import energy.optibid.settlement.adapter.JdbcStatementStore.KeptDay;
import energy.optibid.settlement.domain.LineText;
import energy.optibid.settlement.domain.ShadowComparison;
import energy.optibid.settlement.domain.ShadowComparison.Figures;
import energy.optibid.settlement.domain.ShadowComparison.Key;
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
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds uploaded statements against own ones. */
@ApplicationScoped
@Typed(ShadowSettlements.class)
@InTransaction
public class ShadowDesk implements ShadowSettlements {
  private static final int LONGEST_NAME = 80;

  private final Statements statements;
  private final JdbcStatementStore days;
  private final JdbcShadowStore store;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public ShadowDesk(
      Statements statements,
      JdbcStatementStore days,
      JdbcShadowStore store,
      AuditTrail audit,
      Clock clock) {
    this.statements = statements;
    this.days = days;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public ShadowSettlement compare(UUID statementId, String name, String csv) {
    if (statements.require(statementId).state() != StatementState.READY) {
      throw new ProblemException(ProblemCode.CONFLICT, "The statement is not calculated yet.");
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          "The file cannot be taken; nothing of it was.",
          List.of(new Fault("?name", "length", "Name the statement in 1 to 80 characters.")));
    }
    Map<Key, Figures> theirs = ShadowComparison.read(csv);
    Map<Key, Figures> own = new HashMap<>();
    for (KeptDay kept : days.keptDays(statementId)) {
      for (StatementLine line : LineText.lines(kept.lines())) {
        ShadowComparison.addOwn(own, kept.day().assetId(), kept.day().day(), line);
      }
    }
    UUID id = Ids.next();
    ShadowComparison.Outcome outcome = ShadowComparison.compare(own, theirs);
    store.add(
        Tenancy.require(),
        id,
        statementId,
        name.strip(),
        outcome,
        clock.instant().atOffset(ZoneOffset.UTC));
    audit.record(
        "settlement.shadow_compared",
        "statement",
        statementId,
        Json.createObjectBuilder()
            .add("matched", outcome.matched())
            .add("differences", outcome.differences().size())
            .build());
    return find(id);
  }

  @Override
  public Page<ShadowSettlement> list(UUID statementId, @Nullable String cursor, int limit) {
    statements.require(statementId);
    UUID before = cursor == null ? null : Cursors.id(cursor);
    return Page.of(store.list(statementId, before, limit), limit, shadow -> shadow.id().toString());
  }

  @Override
  public Page<ShadowSettlement.Difference> differences(
      UUID shadowId, @Nullable String cursor, int limit) {
    ShadowSettlement shadow = find(shadowId);
    int after = 0;
    if (cursor != null) {
      try {
        after = Integer.parseInt(cursor);
      } catch (NumberFormatException e) {
        throw new ProblemException(
            ProblemCode.MALFORMED_REQUEST, "The cursor is not one that a list here gave out.");
      }
    }
    return Page.of(
        store.differences(shadow.id(), after, limit),
        limit,
        difference -> Integer.toString(difference.number()));
  }

  private ShadowSettlement find(UUID id) {
    return store.find(id).orElseThrow(() -> ProblemException.notFound("comparison"));
  }
}
