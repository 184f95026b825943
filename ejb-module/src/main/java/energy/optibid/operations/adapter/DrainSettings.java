package energy.optibid.operations.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * How a node ends when it is told to: {@code optibid.drain.notice} is how long it goes on serving
 * while it says that it is not ready, {@code optibid.drain.patience} how long it then waits for
 * requests under way (both ISO 8601).
 */
@ApplicationScoped
public class DrainSettings {
  private static final String NOTICE = "optibid.drain.notice";
  private static final String PATIENCE = "optibid.drain.patience";

  private final Duration notice;
  private final Duration patience;

  @Inject
  public DrainSettings(Config config) {
    this(name -> config.getValue(name, String.class));
  }

  DrainSettings(Function<String, String> config) {
    notice = duration(config, NOTICE);
    patience = duration(config, PATIENCE);
  }

  private static Duration duration(Function<String, String> config, String name) {
    Duration duration = Duration.parse(config.apply(name));
    if (duration.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative.");
    }
    return duration;
  }

  Duration notice() {
    return notice;
  }

  Duration patience() {
    return patience;
  }
}
