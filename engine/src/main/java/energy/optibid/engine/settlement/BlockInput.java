package energy.optibid.engine.settlement;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one block of an asset.
 *
 * @param block number in the day, from 1
 * @param trades over every market and contract
 * @param scheduledMwh total implemented schedule, injection-positive
 * @param actualMwh what the meter counted, injection-positive; null before it is read
 * @param frequencyHz average grid frequency; null while unknown
 */
public record BlockInput(
    int block,
    List<Trade> trades,
    BigDecimal scheduledMwh,
    @Nullable BigDecimal actualMwh,
    @Nullable BigDecimal frequencyHz,
    NormalRateParts normalRate) {
  public BlockInput {
    trades = List.copyOf(trades);
  }
}
