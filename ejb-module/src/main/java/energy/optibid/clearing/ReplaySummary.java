package energy.optibid.clearing;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A replay in a list.
 *
 * @param changes how many bids it changes
 * @param hasSweep whether a figure was moved over a range
 * @param revenueBefore of all own bids, receiving positive
 * @param revenueAfter the same after the changes
 */
public record ReplaySummary(
    UUID id,
    UUID runId,
    OffsetDateTime createdAt,
    UUID createdBy,
    int changes,
    boolean hasSweep,
    String currency,
    boolean approximate,
    BigDecimal revenueBefore,
    BigDecimal revenueAfter) {}
