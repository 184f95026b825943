package energy.optibid.risk;

import jakarta.json.bind.annotation.JsonbNillable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much of a limit is used.
 *
 * @param used in the unit of the limit's amount, exact; null of a collar, which is not used up
 * @param percent of the amount, rounded down to two decimals; null of a collar and of an amount of
 *     zero
 */
public record LimitUsage(
    RiskLimit limit,
    @JsonbNillable @Nullable BigDecimal used,
    @JsonbNillable @Nullable BigDecimal percent) {}
