package energy.optibid.analytics;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How the bids of an organisation did in one area: the latest revision of the awards of the latest
 * result of each auction. Energy in MWh, rounded half-even to 3 decimals; prices in currency per
 * MWh, to 4; money to the cent. Every figure is rounded once.
 *
 * @param side {@code buy} or {@code sell}
 * @param awards how many there are, those of nothing among them
 * @param hits how many of something
 * @param offered energy offered: what each award's block could have had at the most
 * @param awarded energy awarded
 * @param hitRate awarded ÷ offered, to 4 decimals; null when nothing was offered
 * @param value Σ price × awarded energy, a sale positive and a purchase negative. A statement
 *     rounds each award by itself and may be cents away
 * @param averagePrice Σ price × awarded energy ÷ Σ awarded energy; null when nothing was awarded
 * @param areaPrice mean price over time of the area in the span, {@link PriceBucket#mean}; null
 *     when it has none
 * @param advantage by how much the average price is better than the area's: higher for a sale,
 *     lower for a purchase; null when one of them is missing
 */
public record BidPerformance(
    String marketCode,
    String area,
    String side,
    String currency,
    long awards,
    long hits,
    BigDecimal offered,
    BigDecimal awarded,
    @Nullable BigDecimal hitRate,
    BigDecimal value,
    @Nullable BigDecimal averagePrice,
    @Nullable BigDecimal areaPrice,
    @Nullable BigDecimal advantage) {}
