package energy.optibid.bidding.domain;

import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.rules.CurveKind;
import java.math.BigDecimal;
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
      String currency) {
    public AuctionTerms {
      areas = Set.copyOf(areas);
    }

    /** The terms a rule pack sets for the auction's day. */
    public static AuctionTerms of(
        UUID id,
        boolean open,
        String state,
        int firstBlock,
        int lastBlock,
        Set<String> areas,
        AuctionRules pack) {
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
          pack.currency().getCurrencyCode());
    }
  }

  /**
   * The asset's part.
   *
   * @param committed MW of the same side, by block, that other bids of this asset already have at
   *     the venue; empty where only the bid itself is judged
   */
  public record AssetTerms(
      UUID id,
      String name,
      String areaCode,
      BigDecimal maxInjectionMw,
      BigDecimal maxWithdrawalMw,
      Map<Integer, BigDecimal> committed) {
    public AssetTerms {
      committed = Map.copyOf(committed);
    }
  }
}
