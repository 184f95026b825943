package energy.optibid.operations.adapter;

import energy.optibid.operations.Service;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SystemConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** PostgreSQL, without which nothing works. */
@ApplicationScoped
public class DatabaseService implements Service {
  private static final Logger LOG = Logger.getLogger(DatabaseService.class.getName());

  private final SystemConnections connections;

  @Inject
  public DatabaseService(SystemConnections connections) {
    this.connections = connections;
  }

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public boolean required() {
    return true;
  }

  @Override
  public State ask() {
    long start = System.nanoTime();
    try {
      connections.inTransaction(
          connection -> Sql.first(connection, "select 1", row -> row.getInt(1)));
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      return new State(Condition.UP, took, null);
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "PostgreSQL does not answer", e);
      return new State(Condition.DOWN, null, "does not answer");
    }
  }
}
