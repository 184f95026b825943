package energy.optibid.analytics;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

/**
 * By how much the first of two areas is dearer than the second in one interval, in currency per
 * MWh. Compared are blocks of the same start and the same length that both have.
 *
 * @param start of the interval, in the first market's time zone
 * @param blocks how many were compared; at least one, as empty intervals are left out
 * @param mean average over blocks, rounded half-even to 4 decimals
 */
public record Spread(
    OffsetDateTime start, long blocks, BigDecimal mean, BigDecimal low, BigDecimal high) {}
