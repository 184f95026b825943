package energy.optibid.book;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much power a contract moves over a day, by the clock on the wall: where clocks change, hours
 * that do not exist move nothing and hours that come twice move it twice.
 *
 * @param megawatts of a flat profile, or in peak hours; null otherwise
 * @param from start of the peak hours, {@code HH:mm} on a quarter hour; null otherwise
 * @param to their end, {@code 24:00} at the latest; null otherwise
 * @param blocks MW of each of the 96 quarter hours of an ordinary day; empty otherwise
 */
public record ContractProfile(
    Shape shape,
    @Nullable BigDecimal megawatts,
    @Nullable String from,
    @Nullable String to,
    List<BigDecimal> blocks) {
  public ContractProfile {
    blocks = List.copyOf(blocks);
  }

  /** What a profile looks like. */
  public enum Shape {
    /** The same power all day. */
    FLAT,
    /** The same power in the peak hours, none outside. */
    PEAK,
    /** A power for each quarter hour. */
    BLOCKS
  }

  /** A profile as somebody wrote it: nothing is certain about it yet. */
  public record Input(
      @Nullable Shape shape,
      @Nullable BigDecimal megawatts,
      @Nullable String from,
      @Nullable String to,
      @Nullable List<BigDecimal> blocks) {}
}
