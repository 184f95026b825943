package energy.optibid.settlement;

import energy.optibid.engine.settlement.LineKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One line of a statement.
 *
 * @param number in its asset's day, from 1
 * @param block 0 where it is of the whole day
 * @param source market code, {@code contract}, or the band of a deviation
 * @param quantityUnit what the quantity counts
 */
public record SettledLine(
    int number,
    UUID assetId,
    LocalDate day,
    int block,
    LineKind kind,
    String source,
    BigDecimal quantity,
    String quantityUnit,
    BigDecimal price,
    BigDecimal percent,
    BigDecimal amount) {}
