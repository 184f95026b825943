package energy.optibid.timekeeping.adapter;

import energy.optibid.timekeeping.adapter.ClockSettings.TimeServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.commons.net.ntp.NTPUDPClient;
import org.apache.commons.net.ntp.TimeInfo;
import org.jspecify.annotations.Nullable;

/** Asks each configured server once by SNTP (RFC 4330). */
@ApplicationScoped
public class TimeServers {
  private static final Logger LOG = Logger.getLogger(TimeServers.class.getName());

  /** RFC 4330: a server of stratum 0 says only that it will not be asked. */
  private static final int KISS_OF_DEATH = 0;

  private final ClockSettings settings;

  @Inject
  public TimeServers(ClockSettings settings) {
    this.settings = settings;
  }

  boolean areConfigured() {
    return !settings.servers().isEmpty();
  }

  /**
   * By how much this machine's clock is ahead, by the answer with the shortest way; empty where no
   * server answered.
   */
  Optional<Duration> skew() {
    TimeInfo best = null;
    try (NTPUDPClient client = new NTPUDPClient()) {
      client.setDefaultTimeout(settings.timeout());
      for (TimeServer server : settings.servers()) {
        TimeInfo answer = ask(client, server);
        if (answer != null && (best == null || answer.getDelay() < best.getDelay())) {
          best = answer;
        }
      }
    }
    return Optional.ofNullable(best).map(answer -> Duration.ofMillis(-answer.getOffset()));
  }

  private static @Nullable TimeInfo ask(NTPUDPClient client, TimeServer server) {
    try {
      TimeInfo answer = client.getTime(InetAddress.getByName(server.host()), server.port());
      answer.computeDetails();
      boolean usable =
          answer.getMessage().getStratum() != KISS_OF_DEATH
              && answer.getOffset() != null
              && answer.getDelay() != null;
      return usable ? answer : null;
    } catch (IOException e) {
      LOG.log(Level.FINE, e, () -> "time server " + server.host() + " does not answer");
      return null;
    }
  }
}
