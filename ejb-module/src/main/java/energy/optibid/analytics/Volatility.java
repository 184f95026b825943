package energy.optibid.analytics;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How much prices jump from block to block in one interval. Returns are not used, least of all
 * logarithmic ones: prices of electricity go through zero.
 *
 * @param start of the interval, in the market's time zone
 * @param changes how many differences of a block's price to that of the block just before it there
 *     are, those across a hole left out; each counts in the interval of its later block
 * @param deviation their sample standard deviation √((n·Σd² − (Σd)²) ÷ (n·(n−1))) in currency per
 *     MWh, rounded half-even to 4 decimals; null with fewer than two
 */
public record Volatility(OffsetDateTime start, long changes, @Nullable BigDecimal deviation) {}
