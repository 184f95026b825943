package energy.optibid.timekeeping;

import java.time.Duration;
import java.util.Optional;

/** This node's clock beside others'. Read at most once a minute; never throws. */
public interface ClockSkew {

  Reading read();

  /**
   * The clocks as they were last compared.
   *
   * @param database by how much this clock is ahead of the database's, negative where it is behind;
   *     empty where the database did not answer
   * @param timeServer the same of the configured time servers, by the answer that took the least
   *     time; empty where none is configured or none answered
   * @param timeServersAsked whether any is configured
   * @param bound the largest skew that is borne
   */
  record Reading(
      Optional<Duration> database,
      Optional<Duration> timeServer,
      boolean timeServersAsked,
      Duration bound) {

    /** The larger of the two, whatever its sign; zero where nothing is known. */
    public Duration largest() {
      Duration first = database.map(Duration::abs).orElse(Duration.ZERO);
      Duration second = timeServer.map(Duration::abs).orElse(Duration.ZERO);
      return first.compareTo(second) >= 0 ? first : second;
    }

    /** Whether the clock is further off than is borne. */
    public boolean isTooLarge() {
      return largest().compareTo(bound) > 0;
    }

    /** What a trader has to know; empty while the clock is right. */
    public Optional<String> warning() {
      return isTooLarge()
          ? Optional.of(
              "This server's clock is off by %d ms: gates close by it."
                  .formatted(largest().toMillis()))
          : Optional.empty();
    }
  }
}
