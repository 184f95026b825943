package energy.optibid.timekeeping.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * {@code optibid.clock.time-servers} (hosts, or host:port, separated by commas; none unless given),
 * {@code optibid.clock.timeout} of each (PT1S) and {@code optibid.clock.largest-skew} (PT2S).
 */
@ApplicationScoped
public class ClockSettings {
  private static final int NTP_PORT = 123;

  private final List<TimeServer> servers;
  private final Duration timeout;
  private final Duration largestSkew;

  /** A server that is asked. */
  record TimeServer(String host, int port) {}

  @Inject
  public ClockSettings(Config config) {
    this(name -> config.getOptionalValue(name, String.class));
  }

  ClockSettings(Function<String, Optional<String>> config) {
    List<TimeServer> found = new ArrayList<>();
    for (String name : text(config, "time-servers").orElse("").split(",", -1)) {
      if (!name.isBlank()) {
        found.add(server(name.strip()));
      }
    }
    servers = List.copyOf(found);
    timeout = Duration.parse(text(config, "timeout").orElse("PT1S"));
    largestSkew = Duration.parse(text(config, "largest-skew").orElse("PT2S"));
  }

  private static TimeServer server(String name) {
    int colon = name.lastIndexOf(':');
    return colon < 0
        ? new TimeServer(name, NTP_PORT)
        : new TimeServer(name.substring(0, colon), Integer.parseInt(name.substring(colon + 1)));
  }

  private static Optional<String> text(Function<String, Optional<String>> config, String name) {
    return config.apply("optibid.clock." + name).filter(value -> !value.isBlank());
  }

  List<TimeServer> servers() {
    return servers;
  }

  Duration timeout() {
    return timeout;
  }

  Duration largestSkew() {
    return largestSkew;
  }
}
