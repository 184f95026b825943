package energy.optibid.resilience;

import energy.optibid.operations.Feature;
import energy.optibid.operations.Service;
import java.time.Duration;
import java.util.Map;

/** An optional service. Each bean of this type is probed every few seconds while it is on. */
public interface ProbedService extends Service {

  /** Whether an address is configured. */
  boolean enabled();

  /** The way all calls to it go, the probe among them. */
  GuardedService guarded();

  /** The cheapest question that shows it is at work. */
  void probe() throws Exception;

  /** Probes it through its guard and notes what came of it. */
  default void probeNow() {
    try {
      guarded()
          .call(
              () -> {
                probe();
                return true;
              });
    } catch (ServiceUnavailableException noted) {
      // the journal has it
    }
  }

  /** Pause between two probes while it is there; while it is away it is at most five seconds. */
  default Duration probeEvery() {
    return Duration.ofSeconds(5);
  }

  /** What it is good for here. */
  Use use();

  /** Counts of its own, the unit in the name; what can be told without asking it. */
  default Map<String, Long> figures() {
    return Map.of();
  }

  @Override
  default String name() {
    return guarded().name();
  }

  @Override
  default boolean required() {
    return false;
  }

  @Override
  default State ask() {
    return enabled()
        ? guarded().state(figures())
        : new State(Condition.DISABLED, null, "not switched on");
  }

  /** The feature as it is now. */
  default Feature feature() {
    if (!enabled()) {
      return new Feature(use().feature(), use().without(), use().withoutIt());
    }
    State state = ask();
    return state.state() == Condition.UP
        ? new Feature(use().feature(), Feature.Extent.FULL, null)
        : new Feature(use().feature(), use().away(), use().whileAway());
  }

  /**
   * What a service adds to the platform.
   *
   * @param feature name of the feature in {@code /api/v1/status}
   * @param without how much of it there is where the service is not switched on
   * @param withoutIt the reason shown there
   * @param away how much of it there is while the service is away
   * @param whileAway the reason shown then
   */
  record Use(
      String feature,
      Feature.Extent without,
      String withoutIt,
      Feature.Extent away,
      String whileAway) {}
}
