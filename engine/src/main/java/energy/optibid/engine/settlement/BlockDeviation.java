package energy.optibid.engine.settlement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far an asset was from its schedule in one block.
 *
 * @param scheduledMwh injection-positive
 * @param actualMwh injection-positive
 * @param deviationMwh actual less scheduled
 * @param basisMwh what the percentage is of
 * @param percent of the basis, half-even to 0.01, for people; bands are judged in energy, exactly;
 *     null where the basis is zero
 * @param band 0 without a deviation, else the outermost band it reaches: 1, 2 or 3
 * @param referenceRate money per MWh; null while its inputs are missing
 * @param frequencyHz null while unknown
 */
public record BlockDeviation(
    int block,
    BigDecimal scheduledMwh,
    BigDecimal actualMwh,
    BigDecimal deviationMwh,
    BigDecimal basisMwh,
    @Nullable BigDecimal percent,
    int band,
    @Nullable BigDecimal referenceRate,
    @Nullable BigDecimal frequencyHz) {}
