package energy.optibid.outbox.adapter;

import energy.optibid.outbox.domain.RetryPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How events are delivered: {@code optibid.events.attempts} before an event becomes a dead letter,
 * {@code optibid.events.first-pause} and {@code optibid.events.longest-pause} between them (ISO
 * 8601 durations), {@code optibid.events.resend-after} for what got lost on the way.
 */
@ApplicationScoped
public class DeliverySettings {

  @Produces
  RetryPolicy policy() {
    return from(ConfigProvider.getConfig());
  }

  static RetryPolicy from(Config config) {
    return new RetryPolicy(
        config.getValue("optibid.events.attempts", Integer.class),
        config.getValue("optibid.events.first-pause", Duration.class),
        config.getValue("optibid.events.longest-pause", Duration.class),
        config.getValue("optibid.events.resend-after", Duration.class));
  }
}
