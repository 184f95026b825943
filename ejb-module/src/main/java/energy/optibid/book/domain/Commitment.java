package energy.optibid.book.domain;

import energy.optibid.bidding.BidSide;
import energy.optibid.book.CommitmentKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something an asset may have to deliver or take.
 *
 * @param id of the bid or the contract
 * @param name what people call it: the bid's label or the contract's reference; null without one
 * @param auctionId the auction that decides or has decided; null for contracts
 * @param marketCode its market; null for contracts
 * @param offer how much, in all the ways it may come
 */
public record Commitment(
    CommitmentKind kind,
    UUID id,
    @Nullable String name,
    @Nullable UUID auctionId,
    @Nullable String marketCode,
    UUID assetId,
    BidSide side,
    Offer offer) {

  /** The most it may come to in each block. */
  public PowerSeries most() {
    return offer.most();
  }

  /** As a sentence calls it: {@code the bid "morning" in iex-dam}. */
  String words() {
    String called = name == null || name.isBlank() ? id.toString() : '"' + name + '"';
    return switch (kind) {
      case LONG_TERM -> "the long-term contract " + called;
      case BILATERAL -> "the bilateral contract " + called;
      case AWARDED, PROVISIONAL -> "the award of the bid " + called + " in " + marketCode;
      case CARRIED_OVER -> "what the bid " + called + " carries over to " + marketCode;
      case OFFERED -> "the bid " + called + " in " + marketCode;
    };
  }
}
