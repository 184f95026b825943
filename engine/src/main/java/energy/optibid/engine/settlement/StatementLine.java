package energy.optibid.engine.settlement;

import java.math.BigDecimal;

/**
 * One amount of a statement with everything it was found from.
 *
 * @param block number in the day, or {@link #WHOLE_DAY}
 * @param source market code, {@link Trade#CONTRACT}, or the band of a deviation as {@code band-1},
 *     {@code band-2}, {@code beyond}; empty where none applies
 * @param quantity in the kind's unit; of a trade and its charges buy-positive, of a deviation
 *     injection-positive
 * @param price money per unit of the quantity
 * @param percent of price or quantity that counts; 100 where the whole does
 * @param amount receiving-positive, rounded once, half-even, to the currency's smallest unit
 */
public record StatementLine(
    int block,
    LineKind kind,
    String source,
    BigDecimal quantity,
    BigDecimal price,
    BigDecimal percent,
    BigDecimal amount) {
  /** The block number of a line that is of the day as a whole. */
  public static final int WHOLE_DAY = 0;
}
