package energy.optibid.shared.adapter;

import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.SystemConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A transaction of the system role, bound to its thread while the work lasts. */
@ApplicationScoped
@Typed(PlatformTransactions.class)
public class PlatformScope implements PlatformTransactions {

  private static final ThreadLocal<@Nullable Connection> CURRENT = new ThreadLocal<>();

  private final SystemConnections connections;

  @Inject
  public PlatformScope(SystemConnections connections) {
    this.connections = connections;
  }

  @Override
  public <T extends @Nullable Object> T call(Supplier<T> work) {
    if (CURRENT.get() != null) {
      throw new IllegalStateException("a transaction of the platform holds no other");
    }
    return connections.inTransaction(
        connection -> {
          CURRENT.set(connection);
          try {
            return work.get();
          } finally {
            CURRENT.remove();
          }
        });
  }

  /** The connection of the platform's transaction on this thread, if there is one. */
  static Optional<Connection> current() {
    return Optional.ofNullable(CURRENT.get());
  }
}
