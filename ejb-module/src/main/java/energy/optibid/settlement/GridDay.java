package energy.optibid.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the grid was like on a delivery day, block by block.
 *
 * @param source {@code imported}, or {@code simulated} where an exchange's simulation made it
 * @param revision 0 for simulated data
 */
public record GridDay(
    @Nullable UUID exchangeId, LocalDate day, Source source, int revision, List<Block> blocks) {
  public GridDay {
    blocks = List.copyOf(blocks);
  }

  /** Who says so. */
  public enum Source {
    IMPORTED,
    SIMULATED
  }

  /**
   * One block; null where nothing is known.
   *
   * @param dayAheadPrice integrated day-ahead price, weighted by volume, money per MWh
   * @param realTimePrice real-time price, weighted by volume, money per MWh
   * @param ancillaryCharge money per MWh
   */
  public record Block(
      int block,
      @Nullable BigDecimal frequencyHz,
      @Nullable BigDecimal dayAheadPrice,
      @Nullable BigDecimal realTimePrice,
      @Nullable BigDecimal ancillaryCharge) {}
}
