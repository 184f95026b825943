package energy.optibid.shared;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.ConfigProvider;

/** How this installation is meant: for trying out, or for work. */
@ApplicationScoped
public class DeploymentProfile {

  /** Whether demo organisations, logins and data are loaded ({@code optibid.profile=demo}). */
  public boolean isDemo() {
    return name().equalsIgnoreCase("demo");
  }

  public String name() {
    return ConfigProvider.getConfig()
        .getOptionalValue("optibid.profile", String.class)
        .orElse("standard");
  }
}
