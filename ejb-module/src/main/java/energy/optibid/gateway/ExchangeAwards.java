package energy.optibid.gateway;

import energy.optibid.shared.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Results of real exchanges, for the caller's organisation. */
public interface ExchangeAwards {
  /**
   * Awards of an auction as last revised, by bid and block; an auction the caller may not see is
   * {@code not_found}.
   */
  Page<ExchangeAward> ofAuction(UUID auctionId, @Nullable String cursor, int limit);
}
