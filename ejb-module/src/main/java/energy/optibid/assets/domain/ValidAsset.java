package energy.optibid.assets.domain;

import energy.optibid.assets.AssetInput;
import energy.optibid.assets.AssetType;
import energy.optibid.assets.Fuel;
import energy.optibid.assets.TechnicalLimits;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of an asset, checked.
 *
 * @param limits null where none are stated, so that the type's defaults hold
 */
public record ValidAsset(
    @Nullable UUID siteId,
    String name,
    AssetType type,
    String marketCode,
    String areaCode,
    BigDecimal maxInjectionMw,
    BigDecimal maxWithdrawalMw,
    @Nullable TechnicalLimits limits,
    @Nullable Fuel fuel) {

  /**
   * Checks an input.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault
   */
  public static ValidAsset of(AssetInput input, KnownPlaces places) {
    InputFaults faults = new InputFaults();
    String name = faults.name("/name", input.name());
    Optional<AssetType> known = type(input.type(), faults);
    AssetType type = known.orElse(AssetType.BATTERY);
    String market = faults.market("/marketCode", input.marketCode(), places);
    String area = faults.area("/areaCode", market, input.areaCode(), places);
    BigDecimal injection = faults.power("/maxInjectionMw", input.maxInjectionMw());
    BigDecimal withdrawal = faults.power("/maxWithdrawalMw", input.maxWithdrawalMw());
    if (input.maxInjectionMw() != null && input.maxWithdrawalMw() != null) {
      requireUse(type, injection, withdrawal, faults);
    }
    TechnicalLimits limits = null;
    if (input.limits() != null && known.isPresent()) {
      limits =
          ValidLimits.of(
              type, input.limits(), input.maxInjectionMw(), input.maxWithdrawalMw(), faults);
    }
    UUID site = input.siteId();
    if (site != null && !places.hasSite(site, market, area)) {
      faults.add("/siteId", "unknown_site", "You have no such site in that area.");
    }
    Fuel fuel = fuel(input.fuel(), known.orElse(null), faults);
    faults.throwIfAny("asset");
    return new ValidAsset(site, name, type, market, area, injection, withdrawal, limits, fuel);
  }

  private static @Nullable Fuel fuel(
      @Nullable String code, @Nullable AssetType type, InputFaults faults) {
    if (code == null) {
      return null;
    }
    Optional<Fuel> fuel =
        Arrays.stream(Fuel.values()).filter(f -> f.code().equals(code)).findFirst();
    if (fuel.isEmpty()) {
      String known = Arrays.stream(Fuel.values()).map(Fuel::code).collect(Collectors.joining(", "));
      faults.add("/fuel", "unknown_value", "One of " + known + ".");
    } else if (type != null && type != AssetType.THERMAL) {
      faults.add("/fuel", "type", "Only a thermal unit burns a fuel.");
    }
    return fuel.orElse(null);
  }

  private static Optional<AssetType> type(@Nullable String code, InputFaults faults) {
    Optional<AssetType> type =
        Arrays.stream(AssetType.values()).filter(t -> t.code().equals(code)).findFirst();
    if (type.isEmpty()) {
      String known =
          Arrays.stream(AssetType.values()).map(AssetType::code).collect(Collectors.joining(", "));
      faults.add("/type", code == null ? "required" : "unknown_value", "One of " + known + ".");
    }
    return type;
  }

  private static void requireUse(
      AssetType type, BigDecimal injection, BigDecimal withdrawal, InputFaults faults) {
    if (injection.signum() == 0 && withdrawal.signum() == 0) {
      faults.add("/maxInjectionMw", "capability", "An asset sells or buys some power.");
    }
    if (type == AssetType.LOAD && injection.signum() > 0) {
      faults.add("/maxInjectionMw", "capability", "A load injects nothing.");
    }
    if (type == AssetType.BATTERY && (injection.signum() == 0 || withdrawal.signum() == 0)) {
      faults.add("/maxWithdrawalMw", "capability", "A battery injects and withdraws.");
    }
  }
}
