package energy.optibid.exchange.domain;

import energy.optibid.exchange.StandingBid;
import energy.optibid.shared.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where standing bids are kept; works in the caller's transaction. */
public interface StandingBidStore {
  /** By asset; in a transaction of the platform those of every organisation. */
  List<Owned> of(UUID exchangeId);

  Optional<StandingBid> find(UUID exchangeId, UUID assetId);

  /** Adds it or replaces what it says. */
  void put(StandingBid bid, UUID by);

  boolean delete(UUID exchangeId, UUID assetId);

  /** Until the transaction ends nobody else places a bid for the asset in the auction. */
  void holdPlace(UUID auctionId, UUID assetId);

  /** Whether the asset has a bid in the auction that was not withdrawn. */
  boolean hasBid(UUID auctionId, UUID assetId);

  /** Whose it is, and in whose name it is placed. */
  record Owned(OrganizationId organization, UUID by, StandingBid bid) {}
}
