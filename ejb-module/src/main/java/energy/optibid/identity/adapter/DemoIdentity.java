package energy.optibid.identity.adapter;

import energy.optibid.shared.DeploymentProfile;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Loads the demo logins at start in the demo profile; demo data of other capabilities names it in
 * {@code @DependsOn("DemoIdentity")}. Settings: {@code optibid.demo.password} (default {@code
 * optibid-demo}) and {@code optibid.environment}, which must not be {@code production}.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoIdentity {

  @Inject private DeploymentProfile profile;
  @Inject private DemoAccounts accounts;

  @PostConstruct
  void load() {
    if (!profile.isDemo()) {
      return;
    }
    Config config = ConfigProvider.getConfig();
    String environment =
        config.getOptionalValue("optibid.environment", String.class).orElse("development");
    if (environment.equalsIgnoreCase("production")) {
      throw new IllegalStateException(
          "The demo profile has known passwords and does not start with ENVIRONMENT=production;"
              + " set optibid.profile=standard.");
    }
    accounts.load(
        config.getOptionalValue("optibid.demo.password", String.class).orElse("optibid-demo"));
  }
}
