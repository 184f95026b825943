package energy.optibid.exchange.domain;

import energy.optibid.exchange.ClockMode;
import java.time.Duration;
import java.time.Instant;

/**
 * An exchange's clock: it showed {@code marketAt} when the wall clock showed {@code wallAt}.
 *
 * @param speed 1 … 120
 */
public record MarketClock(ClockMode mode, int speed, Instant marketAt, Instant wallAt) {
  public static final int FASTEST = 120;

  /** What it shows at a moment of the wall clock, events left aside. */
  public Instant now(Instant wall) {
    return switch (mode) {
      case WALL -> wall;
      case PAUSED -> marketAt;
      case RUNNING -> marketAt.plus(Duration.between(wallAt, wall).multipliedBy(speed));
    };
  }

  /** The moment of the wall clock at which it will show a time; never, if it stands still. */
  public Instant wallOf(Instant market) {
    return switch (mode) {
      case WALL -> market;
      case PAUSED -> Instant.MAX;
      case RUNNING -> wallAt.plus(Duration.between(marketAt, market).dividedBy(speed));
    };
  }

  /** The same clock set to a time. */
  public MarketClock at(Instant market, Instant wall) {
    return mode == ClockMode.WALL ? this : new MarketClock(mode, speed, market, wall);
  }
}
