package energy.optibid.assets;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that makes, stores or uses electricity.
 *
 * @param maxInjectionMw most power it can sell, MW
 * @param maxWithdrawalMw most power it can buy, MW
 * @param limits of its type
 * @param limitsStated false where nobody stated any, and the limits bind as little as they can
 * @param version rises with every change; the entity tag
 */
public record Asset(
    UUID id,
    @Nullable UUID siteId,
    String name,
    AssetType type,
    String marketCode,
    String areaCode,
    BigDecimal maxInjectionMw,
    BigDecimal maxWithdrawalMw,
    TechnicalLimits limits,
    boolean limitsStated,
    long version) {}
