package energy.optibid.operations.adapter;

import energy.optibid.shared.Sql;
import energy.optibid.shared.SystemConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/** The seals of the audit trail: down when an entry has waited for its seal for a minute. */
@ApplicationScoped
public class AuditService extends OwnService {
  private static final Duration TOO_LONG = Duration.ofMinutes(1);

  private final SystemConnections connections;

  @Inject
  public AuditService(SystemConnections connections) {
    this.connections = connections;
  }

  @Override
  public String name() {
    return "audit";
  }

  @Override
  State look() {
    return connections.inTransaction(
        connection ->
            Sql.first(
                    connection,
                    "select count(*), coalesce(extract(epoch from now() - min(e.at)) * 1000,"
                        + " 0)::bigint from audit_unsealed w join audit_entry e on e.id ="
                        + " w.entry_id",
                    row -> state(row.getLong(1), Duration.ofMillis(Math.max(0, row.getLong(2)))))
                .orElseThrow());
  }

  private static State state(long waiting, Duration oldest) {
    return new State(
        oldest.compareTo(TOO_LONG) > 0 ? Condition.DOWN : Condition.UP,
        null,
        waiting + " entries wait for their seal",
        Map.of("waiting", waiting, "oldestMs", oldest.toMillis()));
  }
}
