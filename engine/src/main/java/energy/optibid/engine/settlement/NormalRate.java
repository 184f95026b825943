package energy.optibid.engine.settlement;

import energy.optibid.engine.rules.NormalRateFallback;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The normal rate of charges for deviation: the largest of the day-ahead price, the real-time price
 * and a third of both and the ancillary charge together (CERC Deviation Settlement Mechanism
 * Regulations 2024).
 */
public final class NormalRate {
  private static final BigDecimal PARTS = BigDecimal.valueOf(3);

  private NormalRate() {}

  /**
   * The rate of a block, money per MWh.
   *
   * @param tick the rate is rounded half-even to a multiple of it
   * @return empty where the fallback finds none either
   */
  public static Optional<BigDecimal> of(
      NormalRateParts parts, NormalRateFallback fallback, Price tick) {
    BigDecimal step = tick.toBigDecimal().stripTrailingZeros();
    BigDecimal third = third(parts, step);
    if (third == null && fallback == NormalRateFallback.NONE) {
      return Optional.empty();
    }
    return Stream.of(
            Optional.ofNullable(parts.dayAhead()),
            Optional.ofNullable(parts.realTime()),
            Optional.ofNullable(third))
        .flatMap(Optional::stream)
        .map(price -> rounded(price, step))
        .max(BigDecimal::compareTo);
  }

  /**
   * The average price of several exchanges or segments by their volumes, rounded half-even to the
   * tick; empty where nothing was traded.
   */
  public static Optional<BigDecimal> weighted(List<PricedVolume> parts, Price tick) {
    BigDecimal volume = BigDecimal.ZERO;
    BigDecimal value = BigDecimal.ZERO;
    for (PricedVolume part : parts) {
      volume = volume.add(part.volume());
      value = value.add(part.price().multiply(part.volume()));
    }
    if (volume.signum() == 0) {
      return Optional.empty();
    }
    return Optional.of(ratio(value, volume, tick.toBigDecimal().stripTrailingZeros()));
  }

  /**
   * A price and how much was traded at it.
   *
   * @param volume MWh, not negative
   */
  public record PricedVolume(BigDecimal price, BigDecimal volume) {}

  private static @Nullable BigDecimal third(NormalRateParts parts, BigDecimal step) {
    if (parts.dayAhead() == null || parts.realTime() == null || parts.ancillary() == null) {
      return null;
    }
    return ratio(
        Objects.requireNonNull(parts.dayAhead())
            .add(Objects.requireNonNull(parts.realTime()))
            .add(Objects.requireNonNull(parts.ancillary())),
        PARTS,
        step);
  }

  private static BigDecimal rounded(BigDecimal price, BigDecimal step) {
    return ratio(price, BigDecimal.ONE, step);
  }

  /** One rounding: value ÷ divisor to a multiple of the step. */
  private static BigDecimal ratio(BigDecimal value, BigDecimal divisor, BigDecimal step) {
    return value.divide(divisor.multiply(step), 0, RoundingMode.HALF_EVEN).multiply(step);
  }
}
