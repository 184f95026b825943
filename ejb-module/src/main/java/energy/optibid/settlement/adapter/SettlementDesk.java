package energy.optibid.settlement.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.Assets;
import energy.optibid.clearing.Awards;
import energy.optibid.gateway.ExchangeAwards;
import energy.optibid.market.Auction;
import energy.optibid.market.Auctions;
import energy.optibid.settlement.DayPosition;
import energy.optibid.settlement.Positions;
import energy.optibid.settlement.Settlement;
import energy.optibid.settlement.domain.DayPositionSums;
import energy.optibid.settlement.domain.PositionSums;
import energy.optibid.settlement.domain.PositionSums.Part;
import energy.optibid.shared.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Positions from the awards of the latest run, or of the exchange that holds the auction. */
@ApplicationScoped
@Typed(Settlement.class)
@InTransaction
public class SettlementDesk implements Settlement {
  private final Auctions auctions;
  private final Awards awards;
  private final ExchangeAwards outside;
  private final Assets assets;

  @Inject
  public SettlementDesk(Auctions auctions, Awards awards, ExchangeAwards outside, Assets assets) {
    this.auctions = auctions;
    this.awards = awards;
    this.outside = outside;
    this.assets = assets;
  }

  @Override
  public DayPosition dayPosition(UUID exchangeId, LocalDate day) {
    return DayPositionSums.of(
        exchangeId,
        day,
        awards.ofExchangeDay(exchangeId, day),
        id -> assets.find(id).map(Asset::name).orElse(""));
  }

  @Override
  public Positions positions(UUID auctionId) {
    Auction auction = auctions.require(auctionId);
    List<Part> parts =
        auction.isHeldOutside()
            ? outside.ofAuction(auctionId).stream().map(Part::of).toList()
            : awards.ofLatestRun(auctionId).stream().map(Part::of).toList();
    return PositionSums.of(
        auctionId, auction.currency(), parts, id -> assets.find(id).map(Asset::name).orElse(""));
  }
}
