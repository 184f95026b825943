package energy.optibid.gates.adapter;

import energy.optibid.gates.GateWarnings;
import energy.optibid.gates.domain.WarningMinutes;
import energy.optibid.shared.Caller;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.List;

/** One row per person and organisation. */
@ApplicationScoped
@Typed(GateWarnings.class)
@InTransaction
public class StoredGateWarnings implements GateWarnings {
  private final TenantConnections connections;

  @Inject
  public StoredGateWarnings(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public Setting get() {
    return connections.withConnection(
        connection ->
            Sql.first(
                    connection,
                    """
                    select minutes, sound, version from gate_warning
                    where organization_id = current_organization() and user_id = ?""",
                    row ->
                        new Setting(
                            List.of((Integer[]) row.getArray(1).getArray()),
                            row.getBoolean(2),
                            row.getLong(3)),
                    Tenancy.require().userId())
                .orElse(Setting.USUAL));
  }

  @Override
  public Setting put(long expectedVersion, Input input) {
    List<Integer> minutes = WarningMinutes.of(input.minutes());
    Caller caller = Tenancy.require();
    int changed =
        connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    insert into gate_warning as w (organization_id, user_id, minutes, sound, version)
                    values (?, ?, ?, ?, 1)
                    on conflict (organization_id, user_id) do update
                    set minutes = excluded.minutes, sound = excluded.sound, version = w.version + 1
                    where w.version = ?""",
                    caller.organization().value(),
                    caller.userId(),
                    connection.createArrayOf("integer", minutes.toArray()),
                    !Boolean.FALSE.equals(input.sound()),
                    expectedVersion));
    if (changed == 0) {
      throw new ProblemException(
          ProblemCode.PRECONDITION_FAILED, "Your settings changed since you read them.");
    }
    return get();
  }
}
