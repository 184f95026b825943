package energy.optibid.book.adapter;

import energy.optibid.bidding.BidSide;
import energy.optibid.book.CommitmentKind;
import energy.optibid.book.domain.BookGrid;
import energy.optibid.book.domain.Commitment;
import energy.optibid.book.domain.Offer;
import energy.optibid.engine.units.DeliveryDay;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an auction gave a bid, block by block, and left of its curves.
 *
 * @param numbers numbers of the blocks with an award, accepted or not
 * @param acceptedMwh energy awarded in each of them
 * @param restMwh energy of curves it left in each of them
 */
record AwardedBid(
    UUID auctionId,
    UUID bidId,
    UUID assetId,
    BidSide side,
    boolean isFinal,
    String marketCode,
    ZoneId zone,
    int blockMinutes,
    @Nullable String label,
    boolean carryOver,
    List<Integer> numbers,
    List<BigDecimal> acceptedMwh,
    List<BigDecimal> restMwh) {
  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

  static AwardedBid read(ResultSet row) throws SQLException {
    return new AwardedBid(
        row.getObject("auction_id", UUID.class),
        row.getObject("bid_id", UUID.class),
        row.getObject("asset_id", UUID.class),
        BidSide.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
        row.getString("status").equals("final"),
        row.getString("market_code"),
        ZoneId.of(row.getString("time_zone")),
        row.getInt("block_minutes"),
        row.getString("label"),
        row.getBoolean("carry_over"),
        List.of((Integer[]) row.getArray("numbers").getArray()),
        List.of((BigDecimal[]) row.getArray("accepted").getArray()),
        List.of((BigDecimal[]) row.getArray("rest").getArray()));
  }

  boolean hasRest() {
    return restMwh.stream().anyMatch(rest -> rest.signum() > 0);
  }

  /** What it has to deliver or take. */
  Commitment accepted(BookGrid grid) {
    return new Commitment(
        isFinal ? CommitmentKind.AWARDED : CommitmentKind.PROVISIONAL,
        bidId,
        label,
        auctionId,
        marketCode,
        assetId,
        side,
        Offer.firm(grid.lay(day(grid), numbers, powers(acceptedMwh))));
  }

  /** What the next auction has before it. */
  Commitment rest(BookGrid grid, String nextMarket, UUID nextAuction) {
    return new Commitment(
        CommitmentKind.CARRIED_OVER,
        bidId,
        label,
        nextAuction,
        nextMarket,
        assetId,
        side,
        Offer.firm(grid.lay(day(grid), numbers, powers(restMwh))));
  }

  private DeliveryDay day(BookGrid grid) {
    return new DeliveryDay(grid.date(), zone, Duration.ofMinutes(blockMinutes));
  }

  /** Mean powers, exact: lengths of blocks divide an hour or are whole hours. */
  private List<BigDecimal> powers(List<BigDecimal> energies) {
    return energies.stream()
        .map(mwh -> mwh.multiply(MINUTES_PER_HOUR).divide(BigDecimal.valueOf(blockMinutes)))
        .toList();
  }
}
