package energy.optibid.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How much of their limits the caller's organisation has used. */
public interface LimitUsages {
  /**
   * Every enabled limit that is valid on a delivery day, in order of creation, against what stands
   * for that day in one world: what may be at a venue, of a bid being replaced the larger version.
   *
   * @param world an exchange, or the import of imported auctions; of an unknown one nothing is
   *     used; null for auctions of neither
   */
  List<LimitUsage> of(@Nullable UUID world, LocalDate deliveryDay);
}
