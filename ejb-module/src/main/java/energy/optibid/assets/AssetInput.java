package energy.optibid.assets;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An asset as somebody wrote it: nothing is certain about it yet.
 *
 * @param limits the fields of the type's {@link TechnicalLimits}, all of them; left out, the type's
 *     defaults hold, which bind as little as they can
 * @param fuel what a thermal unit burns, see {@link Fuel}; left out where it is not known
 */
public record AssetInput(
    @Nullable UUID siteId,
    @Nullable String name,
    @Nullable String type,
    @Nullable String marketCode,
    @Nullable String areaCode,
    @Nullable BigDecimal maxInjectionMw,
    @Nullable BigDecimal maxWithdrawalMw,
    @Schema(implementation = TechnicalLimits.class) @Nullable JsonObject limits,
    @Nullable String fuel) {}
