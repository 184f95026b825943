package energy.optibid.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One asset's delivery day of a statement.
 *
 * @param energyMwh traded, buy-positive
 * @param deviationMwh metered less scheduled, injection-positive, over the blocks that are metered
 * @param deviationAmount the deviation's part of the total
 * @param lines how many lines it has
 */
public record StatementDay(
    UUID assetId,
    LocalDate day,
    BigDecimal energyMwh,
    BigDecimal deviationMwh,
    BigDecimal deviationAmount,
    BigDecimal total,
    int lines) {}
