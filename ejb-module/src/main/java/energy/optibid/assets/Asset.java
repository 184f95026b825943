package energy.optibid.assets;

import energy.optibid.engine.rules.SellerTechnology;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that makes, stores or uses electricity.
 *
 * @param maxInjectionMw most power it can sell, MW
 * @param maxWithdrawalMw most power it can buy, MW
 * @param fuel what a thermal unit burns; null where nobody said, and for other types
 * @param limits of its type
 * @param limitsStated false where nobody stated any, and the limits bind as little as they can
 * @param version rises with every change; the entity tag
 */
public record Asset(
    UUID id,
    @Nullable UUID siteId,
    String name,
    AssetType type,
    @Nullable Fuel fuel,
    String marketCode,
    String areaCode,
    BigDecimal maxInjectionMw,
    BigDecimal maxWithdrawalMw,
    TechnicalLimits limits,
    boolean limitsStated,
    long version) {

  /** What a sale from it is in markets that do not take sales of every kind; empty if unsaid. */
  public Optional<SellerTechnology> technology() {
    return Optional.ofNullable(
        switch (type) {
          case SOLAR -> SellerTechnology.SOLAR;
          case WIND -> SellerTechnology.WIND;
          case HYDRO -> SellerTechnology.HYDRO;
          case BATTERY -> SellerTechnology.BATTERY_STORAGE;
          case THERMAL ->
              fuel == Fuel.IMPORTED_COAL
                  ? SellerTechnology.IMPORTED_COAL
                  : fuel == Fuel.IMPORTED_GAS ? SellerTechnology.IMPORTED_GAS : null;
          case NUCLEAR, LOAD -> null;
        });
  }
}
