package energy.optibid.timekeeping.adapter;

import energy.optibid.shared.Sql;
import energy.optibid.shared.SystemConnections;
import energy.optibid.timekeeping.ClockSkew;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Compares the clocks, at most once a minute. */
@ApplicationScoped
@Typed(ClockSkew.class)
public class NodeClock implements ClockSkew {
  private static final Logger LOG = Logger.getLogger(NodeClock.class.getName());
  private static final long REMEMBERED_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final SystemConnections connections;
  private final TimeServers timeServers;
  private final ClockSettings settings;
  private final Clock clock;
  private @Nullable Reading last;
  private long readAt;

  @Inject
  public NodeClock(
      SystemConnections connections, TimeServers timeServers, ClockSettings settings, Clock clock) {
    this.connections = connections;
    this.timeServers = timeServers;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public synchronized Reading read() {
    Reading known = last;
    long now = System.nanoTime();
    if (known != null && now - readAt < REMEMBERED_NANOS) {
      return known;
    }
    Reading fresh =
        new Reading(
            database(),
            timeServers.areConfigured() ? timeServers.skew() : Optional.empty(),
            timeServers.areConfigured(),
            settings.largestSkew());
    fresh.warning().ifPresent(LOG::warning);
    last = fresh;
    readAt = now;
    return fresh;
  }

  /** By how much this clock is ahead of the database's, the way there and back halved. */
  private Optional<Duration> database() {
    try {
      return connections.inTransaction(
          connection -> {
            Instant asked = clock.instant();
            Instant told =
                Sql.first(
                        connection,
                        "select clock_timestamp()",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant())
                    .orElseThrow();
            Instant heard = clock.instant();
            Instant middle = asked.plus(Duration.between(asked, heard).dividedBy(2));
            return Optional.of(Duration.between(told, middle));
          });
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "the database's clock cannot be read", e);
      return Optional.empty();
    }
  }
}
