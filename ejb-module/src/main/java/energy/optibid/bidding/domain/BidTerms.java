package energy.optibid.bidding.domain;

import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.rules.CurveKind;
import energy.optibid.engine.rules.OrderType;
import energy.optibid.engine.rules.SellerTechnology;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bid is measured against: the rule pack of its day, its auction and its asset.
 *
 * @param auction null if there is no such auction for this organisation
 * @param asset null if there is no such asset for this organisation
 */
public record BidTerms(@Nullable AuctionTerms auction, @Nullable AssetTerms asset) {

  /**
   * The auction's part.
   *
   * @param open the gate is open now
   * @param state the auction's state, for the message
   * @param firstBlock number of its first block
   * @param lastBlock number of its last block
   * @param areas areas with a book in this auction
   * @param floor lowest price, currency per MWh
   * @param cap highest price
   * @param tick prices are multiples of it
   * @param lotMw quantities are multiples of it, MW
   * @param maxPoints most points of one block
   * @param curve how the market reads a curve between its points
   * @param eligibleSellers what may stand behind a sale
   * @param orderTypes what the market takes
   * @param nextMarket market that takes what this auction leaves unselected; null where none does
   */
  public record AuctionTerms(
      UUID id,
      boolean open,
      String state,
      int firstBlock,
      int lastBlock,
      Set<String> areas,
      BigDecimal floor,
      BigDecimal cap,
      BigDecimal tick,
      BigDecimal lotMw,
      int maxPoints,
      CurveKind curve,
      String currency,
      EnumSet<SellerTechnology> eligibleSellers,
      Set<OrderType> orderTypes,
      @Nullable String nextMarket) {
    public AuctionTerms {
      areas = Set.copyOf(areas);
      eligibleSellers = EnumSet.copyOf(eligibleSellers);
      orderTypes = Set.copyOf(orderTypes);
    }

    /** What may stand behind a sale; a copy the caller may change. */
    @Override
    public EnumSet<SellerTechnology> eligibleSellers() {
      return EnumSet.copyOf(eligibleSellers);
    }

    /** Whether an asset may sell here; null is one of no kind that a market names. */
    boolean permitsSaleOf(@Nullable SellerTechnology technology) {
      return eligibleSellers.size() == SellerTechnology.values().length
          || (technology != null && eligibleSellers.contains(technology));
    }

    /** The terms a rule pack sets for the auction's day. */
    public static AuctionTerms of(
        UUID id,
        boolean open,
        String state,
        int firstBlock,
        int lastBlock,
        Set<String> areas,
        AuctionRules pack,
        @Nullable String nextMarket) {
      return new AuctionTerms(
          id,
          open,
          state,
          firstBlock,
          lastBlock,
          areas,
          pack.priceFloor().toBigDecimal(),
          pack.priceCap().toBigDecimal(),
          pack.priceTick().toBigDecimal(),
          pack.quantityLot().toMegawatts(),
          pack.maxCurvePoints(),
          pack.curveKind(),
          pack.currency().getCurrencyCode(),
          pack.eligibleSellers(),
          pack.orderTypes(),
          nextMarket);
    }
  }

  /**
   * The asset's part.
   *
   * @param committed MW of the same side, by block, that other bids of this asset already have at
   *     the venue; empty where only the bid itself is judged
   * @param technology what a sale from it is, for markets that do not take every kind; null where
   *     it is none of those they name
   */
  public record AssetTerms(
      UUID id,
      String name,
      String areaCode,
      BigDecimal maxInjectionMw,
      BigDecimal maxWithdrawalMw,
      Map<Integer, BigDecimal> committed,
      @Nullable SellerTechnology technology) {
    public AssetTerms {
      committed = Map.copyOf(committed);
    }
  }
}
