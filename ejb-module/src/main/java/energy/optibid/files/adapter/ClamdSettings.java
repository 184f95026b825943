package energy.optibid.files.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * ClamAV's daemon: {@code optibid.clamd.host} (without it nothing is scanned) and {@code port}
 * (3310).
 */
@ApplicationScoped
public class ClamdSettings {
  private static final int USUAL_PORT = 3310;

  private final Optional<String> host;
  private final int port;

  @Inject
  public ClamdSettings(Config config) {
    this(name -> config.getOptionalValue(name, String.class));
  }

  ClamdSettings(Function<String, Optional<String>> config) {
    host = text(config, "host");
    port = text(config, "port").map(Integer::valueOf).orElse(USUAL_PORT);
  }

  private static Optional<String> text(Function<String, Optional<String>> config, String name) {
    return config.apply("optibid.clamd." + name).filter(value -> !value.isBlank());
  }

  boolean isOn() {
    return host.isPresent();
  }

  String host() {
    return host.orElseThrow();
  }

  int port() {
    return port;
  }
}
