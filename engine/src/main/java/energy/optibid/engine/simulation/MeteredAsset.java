package energy.optibid.engine.simulation;

import energy.optibid.engine.units.Power;

/**
 * What the simulation must know of an asset to say what its meter reads.
 *
 * <p>Every asset has a {@code key} of its own, from which its chance is drawn; powers are never
 * negative.
 */
public sealed interface MeteredAsset {
  /** What its draws begin with, beside the exchange's seed. */
  long key();

  /** What a renewable plant lives by. */
  enum Source {
    SUN,
    WIND
  }

  /**
   * A plant that gives what the weather gives, whatever was sold.
   *
   * @param area bid area whose weather it has
   * @param available capacity in service
   * @param maxInjection most it can inject
   */
  record Renewable(long key, String area, Source source, Power available, Power maxInjection)
      implements MeteredAsset {}

  /**
   * A plant with fuel at hand, which follows its schedule as far as it can.
   *
   * @param minimumStable lowest power at which it runs
   * @param rampUp most by which its mean power rises from a block to the next
   * @param rampDown most by which it falls
   * @param trackingError standard deviation of its power around the target, as a share of its most
   * @param tripsPerDay how often a day it trips, on average
   */
  record Dispatchable(
      long key,
      Power maxInjection,
      Power minimumStable,
      Power rampUp,
      Power rampDown,
      double trackingError,
      double tripsPerDay)
      implements MeteredAsset {}

  /**
   * A battery, a reservoir or a river: it follows its schedule while it has energy, and room for
   * it.
   *
   * @param lowestMwh stored energy it may not go below, MWh
   * @param highestMwh stored energy it may not go above, MWh; an inflow beyond it is spilled
   * @param initialMwh stored energy as the day begins, MWh
   * @param inflowMw what flows into the store, MW
   * @param intake stored energy per MWh withdrawn, in (0, 1]
   * @param outlet MWh injected per stored MWh, in (0, 1]
   * @param trackingError as of a dispatchable plant
   * @param tripsPerDay as of a dispatchable plant
   */
  record Storage(
      long key,
      Power maxInjection,
      Power maxWithdrawal,
      double lowestMwh,
      double highestMwh,
      double initialMwh,
      double inflowMw,
      double intake,
      double outlet,
      double trackingError,
      double tripsPerDay)
      implements MeteredAsset {}

  /**
   * A consumer: takes about what it bought, or lives by its own profile where it bought nothing all
   * day.
   *
   * @param area bid area whose heat it feels
   * @param minimum lowest load
   * @param contract most it may draw
   */
  record Consumer(long key, String area, Power minimum, Power contract) implements MeteredAsset {}
}
