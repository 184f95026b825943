package energy.optibid.gateway;

import energy.optibid.shared.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Results of real exchanges, for the caller's organisation. */
public interface ExchangeAwards {
  /**
   * Awards of an auction as last revised, by bid and block; an auction the caller may not see is
   * {@code not_found}.
   */
  Page<ExchangeAward> ofAuction(UUID auctionId, @Nullable String cursor, int limit);

  /** All of them at once, in the same order. */
  List<ExchangeAward> ofAuction(UUID auctionId);

  /**
   * Awards of delivery days as last revised, provisional ones among them, by asset, start, market
   * and order; one query, however many days.
   *
   * @param from first delivery day, of each market's own time zone
   * @param to last delivery day
   */
  List<DeliveryAward> ofDays(LocalDate from, LocalDate to);

  /** Auctions of delivery days whose result is not final, by auction and asset; one query too. */
  List<AwaitedResult> awaited(LocalDate from, LocalDate to);
}
