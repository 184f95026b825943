package energy.optibid.settlement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A metered block beside its schedule, injection-positive.
 *
 * @param basisMwh what the percentage is of
 * @param percent half-even to 0.01; null where the basis is zero
 * @param band 0 without a deviation, else the outermost band it reaches
 * @param referenceRate money per MWh; null while its inputs are missing
 * @param amount of its lines; null where an input is missing
 */
public record SettledDeviation(
    int block,
    BigDecimal scheduledMwh,
    BigDecimal actualMwh,
    BigDecimal deviationMwh,
    BigDecimal basisMwh,
    @Nullable BigDecimal percent,
    int band,
    @Nullable BigDecimal referenceRate,
    @Nullable BigDecimal frequencyHz,
    @Nullable BigDecimal amount) {}
