package energy.optibid.metering;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reading of a real meter as somebody wrote it: nothing is certain about it yet.
 *
 * @param injectionMwh energy given to the grid; energy taken from it is negative
 * @param quality {@code measured} where it is left out, or {@code estimated}
 */
public record MeterReadingInput(
    @Nullable OffsetDateTime startsAt,
    @Nullable Integer durationMinutes,
    @Nullable BigDecimal injectionMwh,
    @Nullable String quality) {

  /** Readings of one asset that are taken together or not at all. */
  public record Batch(@Nullable List<MeterReadingInput> readings) {}
}
