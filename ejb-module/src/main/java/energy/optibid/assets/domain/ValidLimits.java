package energy.optibid.assets.domain;

import energy.optibid.assets.AssetType;
import energy.optibid.assets.HydroScheme;
import energy.optibid.assets.TechnicalLimits;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What sound technical limits are, by the type of the asset. */
final class ValidLimits {
  private final LimitFields fields;
  private final @Nullable BigDecimal injection;
  private final @Nullable BigDecimal withdrawal;

  private ValidLimits(
      LimitFields fields, @Nullable BigDecimal injection, @Nullable BigDecimal withdrawal) {
    this.fields = fields;
    this.injection = injection;
    this.withdrawal = withdrawal;
  }

  /**
   * Reads limits; every fault goes to {@code faults}, and then the value is not to be used.
   *
   * @param injection most the asset injects, MW; null if that is unknown
   * @param withdrawal most it withdraws, MW; null if that is unknown
   */
  static TechnicalLimits of(
      AssetType type,
      JsonObject input,
      @Nullable BigDecimal injection,
      @Nullable BigDecimal withdrawal,
      InputFaults faults) {
    LimitFields fields = new LimitFields(input, faults);
    TechnicalLimits limits = new ValidLimits(fields, injection, withdrawal).read(type);
    fields.refuseOthers();
    return limits;
  }

  private TechnicalLimits read(AssetType type) {
    return switch (type) {
      case SOLAR -> {
        BigDecimal installed = installed();
        yield new TechnicalLimits.Solar(installed, available(installed));
      }
      case WIND -> {
        BigDecimal installed = installed();
        yield new TechnicalLimits.Wind(installed, available(installed));
      }
      case THERMAL -> thermal();
      case NUCLEAR ->
          new TechnicalLimits.Nuclear(
              minimumStable(),
              fields.ramp("rampUpMwPerMinute"),
              fields.ramp("rampDownMwPerMinute"),
              fields.cost("variableCostPerMwh"));
      case HYDRO -> hydro();
      case BATTERY -> battery();
      case LOAD -> load();
    };
  }

  private BigDecimal installed() {
    BigDecimal installed = fields.power("installedCapacityMw");
    requireAtLeast("installedCapacityMw", installed, injection, "the largest injection");
    return installed;
  }

  private BigDecimal available(BigDecimal installed) {
    BigDecimal available = fields.power("availableCapacityMw");
    fields.requireOrder("availableCapacityMw", available, "installedCapacityMw", installed);
    return available;
  }

  private BigDecimal minimumStable() {
    BigDecimal least = fields.power("minimumStableMw");
    if (injection != null) {
      fields.requireAtMost("minimumStableMw", least, injection, "the largest injection");
    }
    return least;
  }

  private void requireAtLeast(
      String field, BigDecimal value, @Nullable BigDecimal bound, String boundName) {
    if (fields.isSound(field) && bound != null && value.compareTo(bound) < 0) {
      fields.fault(
          field, "order", "At least %s, which is %s.".formatted(boundName, bound.toPlainString()));
    }
  }

  private TechnicalLimits thermal() {
    TechnicalLimits.Thermal limits =
        new TechnicalLimits.Thermal(
            minimumStable(),
            fields.ramp("rampUpMwPerMinute"),
            fields.ramp("rampDownMwPerMinute"),
            fields.hours("minimumUpHours"),
            fields.hours("minimumDownHours"),
            fields.hours("warmAfterHours"),
            fields.hours("coldAfterHours"),
            fields.cost("hotStartCost"),
            fields.cost("warmStartCost"),
            fields.cost("coldStartCost"),
            fields.cost("variableCostPerMwh"));
    fields.requireOrder(
        "warmAfterHours", limits.warmAfterHours(), "coldAfterHours", limits.coldAfterHours());
    fields.requireOrder(
        "hotStartCost", limits.hotStartCost(), "warmStartCost", limits.warmStartCost());
    fields.requireOrder(
        "warmStartCost", limits.warmStartCost(), "coldStartCost", limits.coldStartCost());
    return limits;
  }

  private TechnicalLimits hydro() {
    HydroScheme scheme = fields.scheme("scheme");
    BigDecimal reservoir = fields.energy("reservoirMwh");
    BigDecimal least = fields.energy("minimumReservoirMwh");
    BigDecimal initial = fields.energy("initialReservoirMwh");
    fields.requireOrder("minimumReservoirMwh", least, "reservoirMwh", reservoir);
    fields.requireOrder("minimumReservoirMwh", least, "initialReservoirMwh", initial);
    fields.requireOrder("initialReservoirMwh", initial, "reservoirMwh", reservoir);
    BigDecimal pumping = fields.efficiencyIfAny("pumpingEfficiency");
    TechnicalLimits limits =
        new TechnicalLimits.Hydro(
            Objects.requireNonNullElse(scheme, HydroScheme.RESERVOIR),
            reservoir,
            least,
            initial,
            fields.power("inflowMw"),
            fields.efficiency("generatingEfficiency"),
            pumping);
    if (scheme != null) {
      requireScheme(scheme, reservoir, pumping);
    }
    return limits;
  }

  private void requireScheme(
      HydroScheme scheme, BigDecimal reservoir, @Nullable BigDecimal pumping) {
    boolean pumps = scheme == HydroScheme.PUMPED;
    boolean keeps = scheme != HydroScheme.RUN_OF_RIVER;
    if (fields.isSound("reservoirMwh") && keeps != reservoir.signum() > 0) {
      fields.fault(
          "reservoirMwh",
          "scheme",
          keeps ? "Such a plant keeps some water." : "Run of river keeps no water: 0.");
    }
    if (fields.isSound("pumpingEfficiency") && pumps != (pumping != null)) {
      fields.fault(
          "pumpingEfficiency",
          "scheme",
          pumps ? "Say how well it pumps." : "Only a pumped plant pumps; leave it out.");
    }
    if (withdrawal != null && pumps != withdrawal.signum() > 0) {
      fields.fault(
          "scheme",
          "scheme",
          pumps
              ? "A pumped plant withdraws some power."
              : "A plant that withdraws power is a pumped one.");
    }
  }

  private TechnicalLimits battery() {
    TechnicalLimits.Battery limits =
        new TechnicalLimits.Battery(
            fields.capacity("energyCapacityMwh"),
            fields.efficiency("chargeEfficiency"),
            fields.efficiency("dischargeEfficiency"),
            fields.share("minimumStateOfCharge"),
            fields.share("maximumStateOfCharge"),
            fields.share("initialStateOfCharge"),
            fields.timesIfAny("maximumCyclesPerDay"),
            fields.cost("degradationCostPerMwh"));
    if (fields.isSound("minimumStateOfCharge")
        && fields.isSound("maximumStateOfCharge")
        && limits.minimumStateOfCharge().compareTo(limits.maximumStateOfCharge()) >= 0) {
      fields.fault("maximumStateOfCharge", "order", "More than minimumStateOfCharge.");
    }
    fields.requireOrder(
        "minimumStateOfCharge",
        limits.minimumStateOfCharge(),
        "initialStateOfCharge",
        limits.initialStateOfCharge());
    fields.requireOrder(
        "initialStateOfCharge",
        limits.initialStateOfCharge(),
        "maximumStateOfCharge",
        limits.maximumStateOfCharge());
    return limits;
  }

  private TechnicalLimits load() {
    TechnicalLimits.Load limits =
        new TechnicalLimits.Load(
            fields.power("minimumLoadMw"),
            fields.share("sheddableShare"),
            fields.power("contractDemandMw"));
    fields.requireOrder(
        "minimumLoadMw", limits.minimumLoadMw(), "contractDemandMw", limits.contractDemandMw());
    requireAtLeast(
        "contractDemandMw", limits.contractDemandMw(), withdrawal, "the largest withdrawal");
    return limits;
  }
}
