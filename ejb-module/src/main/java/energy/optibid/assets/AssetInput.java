package energy.optibid.assets;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An asset as somebody wrote it: nothing is certain about it yet. */
public record AssetInput(
    @Nullable UUID siteId,
    @Nullable String name,
    @Nullable String type,
    @Nullable String marketCode,
    @Nullable String areaCode,
    @Nullable BigDecimal maxInjectionMw,
    @Nullable BigDecimal maxWithdrawalMw) {}
