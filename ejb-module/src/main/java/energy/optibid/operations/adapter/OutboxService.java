package energy.optibid.operations.adapter;

import energy.optibid.shared.Sql;
import energy.optibid.shared.SystemConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The outbox and its relay: down when an event has been waiting for a minute. */
@ApplicationScoped
public class OutboxService extends OwnService {
  private static final Duration TOO_LONG = Duration.ofMinutes(1);

  private final SystemConnections connections;

  @Inject
  public OutboxService(SystemConnections connections) {
    this.connections = connections;
  }

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  State look() {
    Duration lag = lag();
    return lag.compareTo(TOO_LONG) > 0
        ? new State(Condition.DOWN, null, "the oldest event waits for " + lag.toSeconds() + " s")
        : new State(Condition.UP, lag.toMillis(), "age of the oldest waiting event");
  }

  private Duration lag() {
    return connections.inTransaction(
        connection ->
            Sql.first(
                    connection,
                    "select coalesce(extract(epoch from now() - min(created_at)) * 1000, 0)::bigint"
                        + " from outbox",
                    row -> Duration.ofMillis(Math.max(0, row.getLong(1))))
                .orElse(Duration.ZERO));
  }
}
