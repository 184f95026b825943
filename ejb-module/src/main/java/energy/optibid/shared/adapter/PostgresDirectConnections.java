package energy.optibid.shared.adapter;

import energy.optibid.shared.DirectConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Opens them with the server's settings. */
@ApplicationScoped
@Typed(DirectConnections.class)
class PostgresDirectConnections implements DirectConnections {

  @Override
  public Connection open() throws SQLException {
    return DatabaseSettings.from(ConfigProvider.getConfig()).openAsSystem();
  }
}
