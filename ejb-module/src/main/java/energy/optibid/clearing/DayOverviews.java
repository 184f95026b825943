package energy.optibid.clearing;

import java.time.LocalDate;
import java.util.UUID;

/** Results of an exchange's markets, a delivery day at a time. */
public interface DayOverviews {
  /** The markets by code; empty before the first result. One transaction. */
  DayOverview of(UUID exchangeId, LocalDate day);
}
