package energy.optibid.operations.adapter;

import energy.optibid.shared.Sql;
import energy.optibid.shared.SystemConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The jobs: down when one has waited for a worker for five minutes while none is running. */
@ApplicationScoped
public class JobService extends OwnService {

  private final SystemConnections connections;

  @Inject
  public JobService(SystemConnections connections) {
    this.connections = connections;
  }

  @Override
  public String name() {
    return "jobs";
  }

  @Override
  State look() {
    return connections.inTransaction(
        connection ->
            Sql.first(
                    connection,
                    "select count(*) filter (where state = 'queued'), count(*) filter (where"
                        + " state = 'running'), coalesce(bool_or(state = 'queued' and created_at"
                        + " < now() - interval '5 minutes'), false) from job where state in"
                        + " ('queued', 'running')",
                    row ->
                        new State(
                            row.getBoolean(3) && row.getLong(2) == 0
                                ? Condition.DOWN
                                : Condition.UP,
                            null,
                            row.getLong(1) + " queued, " + row.getLong(2) + " running"))
                .orElse(new State(Condition.UP, null, null)));
  }
}
