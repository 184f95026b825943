package energy.optibid.settlement;

import java.time.LocalDate;
import java.util.UUID;

/** The money of the caller's organisation. */
public interface Settlement {
  /**
   * What the latest run that cleared gave, or the exchange outside that holds the auction as last
   * revised, by asset and block; without an award the sums are zero.
   *
   * @throws energy.optibid.shared.ProblemException {@code not_found} for an auction the caller may
   *     not see
   */
  Positions positions(UUID auctionId);

  /** The caller's position of a delivery day over the markets of an exchange. */
  DayPosition dayPosition(UUID exchangeId, LocalDate day);
}
