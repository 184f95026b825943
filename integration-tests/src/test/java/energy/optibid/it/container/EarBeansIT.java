package energy.optibid.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.clearing.ClearingRuns;
import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What only the container can show: the shipped EAR's beans, data source and settings fit together.
 */
@Tag("container")
@ExtendWith(ArquillianExtension.class)
public class EarBeansIT {
  @Deployment
  public static EnterpriseArchive ear() {
    return RealEar.with(EarBeansIT.class);
  }

  @Inject Instance<ClearingRuns> clearingRuns;
  @Inject Config config;

  @Resource(lookup = "java:app/jdbc/optibid")
  DataSource dataSource;

  @Test
  void beansOfTheEjbModule_areInjected() {
    assertTrue(clearingRuns.isResolvable());
  }

  @Test
  void settingsOfTheInstallation_winOverShippedDefaults() {
    assertEquals("demo", config.getValue("optibid.profile", String.class));
  }

  @Test
  void requestsUseARoleThatOwnsNothingAndObeysRowLevelSecurity() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      ResultSet role =
          statement.executeQuery(
              "select rolname, rolsuper or rolbypassrls,"
                  + " (select count(*) from pg_class where relowner = r.oid)"
                  + " from pg_roles r where rolname = current_user");
      role.next();
      assertEquals("optibid_app", role.getString(1));
      assertEquals(false, role.getBoolean(2));
      assertEquals(0, role.getInt(3));
    }
  }
}
