package energy.optibid.settlement.adapter;

import energy.optibid.settlement.Statement;
import energy.optibid.settlement.StatementFiles;
import energy.optibid.settlement.StatementState;
import energy.optibid.settlement.Statements;
import energy.optibid.settlement.adapter.JdbcStatementStore.KeptDay;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Reads a statement in one transaction; what it read is written after it, as it is sent. */
@ApplicationScoped
@Typed(StatementFiles.class)
@InTransaction
public class StatementFileDesk implements StatementFiles {
  private final Statements statements;
  private final JdbcStatementStore store;

  @Inject
  public StatementFileDesk(Statements statements, JdbcStatementStore store) {
    this.statements = statements;
    this.store = store;
  }

  @Override
  public StatementFile export(UUID id, Format format) {
    Statement statement = statements.require(id);
    if (statement.state() != StatementState.READY) {
      throw new ProblemException(ProblemCode.CONFLICT, "The statement is not calculated yet.");
    }
    List<KeptDay> days = store.keptDays(id);
    String name =
        "statement_%s_%s_revision-%d.%s"
            .formatted(
                statement.firstDay(), statement.lastDay(), statement.revision(), format.code());
    Content content =
        switch (format) {
          case XLSX -> out -> new StatementWorkbook(statement, days).write(out);
          case PDF -> out -> new StatementPdf(statement, days).write(out);
        };
    return new StatementFile(name, format, content);
  }
}
