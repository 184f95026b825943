package energy.optibid.settlement.adapter;

import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.TenantConnections;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The tenants' connections, with every statement that is prepared on them counted. */
final class CountedStatements implements TenantConnections {
  private final TenantConnections connections;
  private final AtomicInteger prepared = new AtomicInteger();

  CountedStatements(TenantConnections connections) {
    this.connections = connections;
  }

  /** How many since the last time. */
  int since() {
    return prepared.getAndSet(0);
  }

  @Override
  public <T extends @Nullable Object> T withConnection(SqlFunction<Connection, T> work) {
    return connections.withConnection(connection -> work.apply(counting(connection)));
  }

  private Connection counting(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                prepared.incrementAndGet();
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }
}
