package energy.optibid.timekeeping.adapter;

import energy.optibid.operations.Service;
import energy.optibid.timekeeping.ClockSkew;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The clock of this node: down when it is further off than is borne. */
@ApplicationScoped
public class ClockService implements Service {
  private final ClockSkew skew;

  @Inject
  public ClockService(ClockSkew skew) {
    this.skew = skew;
  }

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public State ask() {
    ClockSkew.Reading reading = skew.read();
    Map<String, Long> figures = new TreeMap<>();
    reading.database().ifPresent(off -> figures.put("databaseSkewMs", off.toMillis()));
    reading.timeServer().ifPresent(off -> figures.put("timeServerSkewMs", off.toMillis()));
    return new State(
        reading.isTooLarge() ? Condition.DOWN : Condition.UP, null, detail(reading), figures);
  }

  private static String detail(ClockSkew.Reading reading) {
    return reading
        .warning()
        .orElse(
            "database "
                + text(reading.database())
                + ", time servers "
                + (reading.timeServersAsked() ? text(reading.timeServer()) : "not asked"));
  }

  private static String text(Optional<Duration> off) {
    return off.map(skew -> skew.toMillis() + " ms").orElse("no answer");
  }
}
