package energy.optibid.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The total implemented schedule of an asset's delivery day.
 *
 * @param exchangeId the simulated exchange whose day it is; null for reality
 * @param revision 1, and one more with every import; earlier ones stay
 * @param source what the importer called it
 * @param injectionMw mean power of each block; a withdrawal is negative
 */
public record Schedule(
    UUID assetId,
    @Nullable UUID exchangeId,
    LocalDate day,
    int revision,
    String source,
    List<BigDecimal> injectionMw,
    OffsetDateTime recordedAt,
    UUID recordedBy) {
  public Schedule {
    injectionMw = List.copyOf(injectionMw);
  }
}
