package energy.optibid.assets;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an asset can do, by its type. Every figure is exact; units stand in the names, money is in
 * the currency of the asset's market. Powers are never negative; how much an asset injects or
 * withdraws at most stands beside these in the {@link Asset} itself.
 */
public sealed interface TechnicalLimits {

  /**
   * A solar park.
   *
   * @param installedCapacityMw of all its modules
   * @param availableCapacityMw of those in service: the capacity deviation is measured against
   */
  record Solar(BigDecimal installedCapacityMw, BigDecimal availableCapacityMw)
      implements TechnicalLimits {}

  /**
   * A wind farm.
   *
   * @param installedCapacityMw of all its turbines
   * @param availableCapacityMw of those in service: the capacity deviation is measured against
   */
  record Wind(BigDecimal installedCapacityMw, BigDecimal availableCapacityMw)
      implements TechnicalLimits {}

  /**
   * A unit that burns coal, lignite, gas or oil.
   *
   * @param minimumStableMw lowest power at which it runs
   * @param rampUpMwPerMinute most by which it can rise
   * @param rampDownMwPerMinute most by which it can fall
   * @param minimumUpHours once started it runs so long
   * @param minimumDownHours once stopped it stands so long
   * @param warmAfterHours still for so long, it starts warm and no longer hot
   * @param coldAfterHours still for so long, it starts cold
   * @param hotStartCost per start
   * @param warmStartCost per start
   * @param coldStartCost per start
   */
  record Thermal(
      BigDecimal minimumStableMw,
      BigDecimal rampUpMwPerMinute,
      BigDecimal rampDownMwPerMinute,
      BigDecimal minimumUpHours,
      BigDecimal minimumDownHours,
      BigDecimal warmAfterHours,
      BigDecimal coldAfterHours,
      BigDecimal hotStartCost,
      BigDecimal warmStartCost,
      BigDecimal coldStartCost,
      BigDecimal variableCostPerMwh)
      implements TechnicalLimits {}

  /**
   * A nuclear unit; it is not started and stopped for a price.
   *
   * @param minimumStableMw lowest power at which it runs
   * @param rampUpMwPerMinute most by which it can rise
   * @param rampDownMwPerMinute most by which it can fall
   */
  record Nuclear(
      BigDecimal minimumStableMw,
      BigDecimal rampUpMwPerMinute,
      BigDecimal rampDownMwPerMinute,
      BigDecimal variableCostPerMwh)
      implements TechnicalLimits {}

  /**
   * A hydro plant; its water is counted as the energy it holds before the turbine's loss.
   *
   * @param reservoirMwh most energy its water holds; 0 for run of river
   * @param minimumReservoirMwh least it may hold
   * @param initialReservoirMwh what it holds as a day begins
   * @param inflowMw energy that flows in
   * @param generatingEfficiency MWh injected per MWh of water, in (0, 1]
   * @param pumpingEfficiency MWh of water per MWh withdrawn, in (0, 1]; null if it cannot pump
   */
  record Hydro(
      HydroScheme scheme,
      BigDecimal reservoirMwh,
      BigDecimal minimumReservoirMwh,
      BigDecimal initialReservoirMwh,
      BigDecimal inflowMw,
      BigDecimal generatingEfficiency,
      @Nullable BigDecimal pumpingEfficiency)
      implements TechnicalLimits {}

  /**
   * A battery.
   *
   * @param chargeEfficiency MWh stored per MWh withdrawn, in (0, 1]
   * @param dischargeEfficiency MWh injected per MWh stored, in (0, 1]
   * @param minimumStateOfCharge share of the capacity, 0 to 1
   * @param maximumStateOfCharge share of the capacity, 0 to 1
   * @param initialStateOfCharge share of the capacity as a day begins
   * @param maximumCyclesPerDay capacities it may discharge a day; null if there is no limit
   * @param degradationCostPerMwh wear per MWh discharged
   */
  record Battery(
      BigDecimal energyCapacityMwh,
      BigDecimal chargeEfficiency,
      BigDecimal dischargeEfficiency,
      BigDecimal minimumStateOfCharge,
      BigDecimal maximumStateOfCharge,
      BigDecimal initialStateOfCharge,
      @Nullable BigDecimal maximumCyclesPerDay,
      BigDecimal degradationCostPerMwh)
      implements TechnicalLimits {}

  /**
   * A consumer.
   *
   * @param minimumLoadMw lowest load its process allows
   * @param sheddableShare share of its load that it can do without, 0 to 1
   * @param contractDemandMw most it may draw from the grid
   */
  record Load(BigDecimal minimumLoadMw, BigDecimal sheddableShare, BigDecimal contractDemandMw)
      implements TechnicalLimits {}
}
