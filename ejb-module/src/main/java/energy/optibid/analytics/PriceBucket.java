package energy.optibid.analytics;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one interval; prices are in the market's currency per MWh.
 *
 * @param start of the interval, in the market's time zone
 * @param blocks how many blocks have a price; at least one, as empty intervals are left out
 * @param open price of its first block
 * @param close price of its last block
 * @param mean average over time: Σ price × minutes ÷ Σ minutes, rounded half-even to 4 decimals
 * @param volumeMwh energy traded in the blocks that say so: Σ MW × minutes ÷ 60, rounded half-even
 *     to 3 decimals; null when none says so
 * @param volumeWeighted Σ price × energy ÷ Σ energy over those blocks, rounded half-even to 4
 *     decimals; null without energy
 */
public record PriceBucket(
    OffsetDateTime start,
    int blocks,
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close,
    BigDecimal mean,
    @Nullable BigDecimal volumeMwh,
    @Nullable BigDecimal volumeWeighted) {}
