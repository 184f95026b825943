package energy.optibid.book.domain;

import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidSide;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether an asset can do what a bid offers beside its contracts, its awards and what it offers in
 * other auctions. Sales and purchases are not set off: a purchase that is to make room for a sale
 * may be curtailed. What stands in the bid's own auction alone is judged there.
 */
public final class Overselling {
  private static final int NAMED = 3;

  private Overselling() {}

  /**
   * A fault for each block of the bid that oversells, naming what else stands in it.
   *
   * @param others what the asset is committed to beside this bid, in its own auction too
   */
  public static List<BidFault> faults(CandidateBid bid, List<Commitment> others) {
    List<Commitment> sameSide =
        others.stream().filter(other -> other.side() == bid.side()).toList();
    List<BidFault> faults = new ArrayList<>();
    bid.addresses()
        .forEach((block, at) -> inBlock(bid, block, at, sameSide).ifPresent(faults::add));
    return faults;
  }

  private static Optional<BidFault> inBlock(
      CandidateBid bid, int block, String at, List<Commitment> others) {
    for (int index : bid.covered(block)) {
      BigDecimal mine = bid.most(index);
      BigDecimal total = mine;
      boolean elsewhere = false;
      for (Commitment other : others) {
        BigDecimal power = other.most().at(index);
        total = total.add(power);
        elsewhere |= power.signum() > 0 && !bid.auction().id().equals(other.auctionId());
      }
      if (mine.signum() > 0 && elsewhere && total.compareTo(bid.capability()) > 0) {
        return Optional.of(
            BidFault.inBlock(at, "oversold", sentence(bid, index, mine, total, others), block));
      }
    }
    return Optional.empty();
  }

  private static String sentence(
      CandidateBid bid, int index, BigDecimal mine, BigDecimal total, List<Commitment> others) {
    List<Map.Entry<Commitment, BigDecimal>> standing =
        others.stream()
            .map(other -> Map.entry(other, other.most().at(index)))
            .filter(entry -> entry.getValue().signum() > 0)
            .sorted(Map.Entry.<Commitment, BigDecimal>comparingByValue().reversed())
            .toList();
    StringBuilder text =
        new StringBuilder(
            "%s can %s %s MW in %s: this bid's %s MW"
                .formatted(
                    bid.asset().name(),
                    bid.side() == BidSide.SELL ? "sell" : "buy",
                    plain(bid.capability()),
                    bid.grid().name(index),
                    plain(mine)));
    standing.stream()
        .limit(NAMED)
        .forEach(
            entry ->
                text.append(", ")
                    .append(plain(entry.getValue()))
                    .append(" MW of ")
                    .append(entry.getKey().words()));
    if (standing.size() > NAMED) {
      text.append(" and ").append(standing.size() - NAMED).append(" more");
    }
    return text.append(" come to ").append(plain(total)).append(" MW.").toString();
  }

  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
