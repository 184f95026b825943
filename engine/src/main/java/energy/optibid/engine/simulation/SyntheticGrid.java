package energy.optibid.engine.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a simulated grid was like, block by block, so that deviations can be settled: its frequency
 * and the charge of ancillary services. Both depend on the exchange's seed, the day and the block
 * alone. The sizes are assumptions, stated here: frequency wanders about 50.00 Hz and leaves
 * [49.90, 50.05] a few times a day.
 */
public final class SyntheticGrid {
  private static final long FREQUENCY = 91;
  private static final long ANCILLARY = 92;
  private static final double NOMINAL_HZ = 49.99;
  private static final double SPREAD_HZ = 0.04;
  private static final double FLICKER_HZ = 0.012;
  private static final int HOUR_BLOCKS = 4;
  private static final int FREQUENCY_DECIMALS = 2;
  private static final double ANCILLARY_MEAN = 4200;
  private static final double ANCILLARY_SPREAD = 1400;

  private SyntheticGrid() {}

  /** Average frequency of each block of the day, Hz, to 0.01. */
  public static List<BigDecimal> frequency(long seed, LocalDate day) {
    long key = Draws.key(seed, FREQUENCY);
    return IntStream.range(0, SimulatedExchange.BLOCKS)
        .mapToObj(
            block -> {
              long at = position(day, block);
              double hertz =
                  NOMINAL_HZ
                      + SPREAD_HZ * Draws.smooth(key, (double) at / HOUR_BLOCKS)
                      + FLICKER_HZ * Draws.normal(Draws.key(key, at));
              return decimal(hertz, FREQUENCY_DECIMALS);
            })
        .toList();
  }

  /** Ancillary services charge of each block of the day, INR/MWh, whole rupees. */
  public static List<BigDecimal> ancillaryCharge(long seed, LocalDate day) {
    long key = Draws.key(seed, ANCILLARY);
    return IntStream.range(0, SimulatedExchange.BLOCKS)
        .mapToObj(
            block -> {
              double place = (double) position(day, block) / HOUR_BLOCKS;
              double charge = ANCILLARY_MEAN + ANCILLARY_SPREAD * Draws.smooth(key, place);
              return decimal(Math.max(0, charge), 0);
            })
        .toList();
  }

  private static long position(LocalDate day, int block) {
    return day.toEpochDay() * SimulatedExchange.BLOCKS + block;
  }

  private static BigDecimal decimal(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }
}
