package energy.optibid.web.risk;

import energy.optibid.risk.LimitUsage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is used of each limit.
 *
 * @param items limits in force that day, in order of creation
 */
public record LimitUsageAnswer(
    @Nullable UUID exchangeId,
    @Nullable UUID importId,
    LocalDate deliveryDay,
    List<LimitUsage> items) {
  public LimitUsageAnswer {
    items = List.copyOf(items);
  }
}
