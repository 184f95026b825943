package energy.optibid.risk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A limit somebody wants; the components are those of {@link RiskLimit}. */
public record RiskLimitInput(
    @Nullable String name,
    @Nullable LimitKind kind,
    @Nullable LimitSubject subject,
    @Nullable UUID traderId,
    @Nullable UUID assetId,
    @Nullable String marketCode,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable BigDecimal lowestPrice,
    @Nullable BigDecimal highestPrice,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable Boolean enabled) {}
