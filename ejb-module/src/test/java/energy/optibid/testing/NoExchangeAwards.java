package energy.optibid.testing;

import energy.optibid.gateway.AwaitedResult;
import energy.optibid.gateway.DeliveryAward;
import energy.optibid.gateway.ExchangeAward;
import energy.optibid.gateway.ExchangeAwards;
import energy.optibid.shared.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Of an organisation that takes part in no auction outside. */
public final class NoExchangeAwards implements ExchangeAwards {
  @Override
  public Page<ExchangeAward> ofAuction(UUID auctionId, @Nullable String cursor, int limit) {
    return new Page<>(List.of(), null);
  }

  @Override
  public List<ExchangeAward> ofAuction(UUID auctionId) {
    return List.of();
  }

  @Override
  public List<DeliveryAward> ofDays(LocalDate from, LocalDate to) {
    return List.of();
  }

  @Override
  public List<AwaitedResult> awaited(LocalDate from, LocalDate to) {
    return List.of();
  }
}
