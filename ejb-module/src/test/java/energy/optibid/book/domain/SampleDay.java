package energy.optibid.book.domain;

import energy.optibid.assets.Asset;
import energy.optibid.assets.AssetType;
import energy.optibid.assets.TechnicalLimits;
import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidOffer;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.book.CommitmentKind;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionClock;
import energy.optibid.market.AuctionScope;
import energy.optibid.market.AuctionState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A delivery day with auctions of several block lengths and bids by chance. */
final class SampleDay {
  static final ZoneId ROME = ZoneId.of("Europe/Rome");
  static final UUID ASSET = new UUID(0, 1);

  private final Random random;
  private final LocalDate date;
  final BookGrid grid;

  SampleDay(Random random, LocalDate date) {
    this.random = random;
    this.date = date;
    this.grid = new BookGrid(date, ROME);
  }

  static BigDecimal mw(String megawatts) {
    return new BigDecimal(megawatts);
  }

  /** An auction of the day whose id says which it is. */
  Auction auction(int number, int blockMinutes) {
    OffsetDateTime gate = date.minusDays(1).atTime(10, 0).atOffset(ZoneOffset.UTC);
    return new Auction(
        new UUID(2, number),
        null,
        null,
        "market-" + number,
        date,
        1,
        AuctionScope.SANDBOX,
        AuctionState.OPEN,
        AuctionClock.REPLAY,
        gate,
        gate.plusHours(2),
        null,
        null,
        ROME.getId(),
        "EUR",
        blockMinutes,
        1,
        grid.size() * 15 / blockMinutes,
        List.of("NORD"),
        null,
        null,
        1);
  }

  Asset asset(String injection, String withdrawal, TechnicalLimits limits) {
    return new Asset(
        ASSET,
        null,
        "Plant",
        limits instanceof TechnicalLimits.Battery ? AssetType.BATTERY : AssetType.LOAD,
        null,
        "gme-mgp",
        "NORD",
        mw(injection),
        mw(withdrawal),
        limits,
        true,
        1);
  }

  BidContent content(BidSide side, List<BidBlock> curves, List<BidBlockOrder> orders) {
    return new BidContent(ASSET, "NORD", side, "sample", curves, false, orders);
  }

  /** A curve of one step. */
  static BidBlock curve(int block, String megawatts) {
    return new BidBlock(block, List.of(new BidPoint(BigDecimal.TEN, mw(megawatts))));
  }

  /** Curves and block orders by chance, in blocks of the first hours. */
  BidContent chance(BidSide side, int blockMinutes, int hours) {
    int blocks = hours * 60 / blockMinutes;
    List<BidBlock> curves =
        IntStream.rangeClosed(1, blocks)
            .filter(block -> random.nextInt(3) == 0)
            .mapToObj(block -> curve(block, power()))
            .toList();
    List<BidBlockOrder> orders = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      orders.add(order("o" + i, blocks));
    }
    return content(side, curves, orders);
  }

  private BidBlockOrder order(String id, int blocks) {
    int first = 1 + random.nextInt(blocks);
    int last = Math.min(blocks, first + random.nextInt(3));
    boolean flexible = random.nextInt(4) == 0;
    BigDecimal same = mw(power());
    List<BlockQuantity> profile =
        IntStream.rangeClosed(first, last)
            .mapToObj(block -> new BlockQuantity(block, flexible ? same : mw(power())))
            .toList();
    String group = !flexible && random.nextBoolean() ? "g" : null;
    return new BidBlockOrder(id, profile, BigDecimal.TEN, BigDecimal.ONE, null, group, flexible);
  }

  private String power() {
    return BigDecimal.valueOf(1 + random.nextInt(400), 1).toPlainString();
  }

  Commitment offered(int bid, Auction auction, BidContent content) {
    return new Commitment(
        CommitmentKind.OFFERED,
        new UUID(3, bid),
        content.label(),
        auction.id(),
        auction.marketCode(),
        ASSET,
        content.side(),
        Offer.of(BidOffer.of(content), auction.day(), grid));
  }

  Commitment firm(CommitmentKind kind, @Nullable Auction auction, BidSide side, PowerSeries mw) {
    return new Commitment(
        kind,
        new UUID(4, kind.ordinal()),
        "firm",
        auction == null ? null : auction.id(),
        auction == null ? null : auction.marketCode(),
        ASSET,
        side,
        Offer.firm(mw));
  }

  /** Power in quarter hours of the first hours, by chance. */
  PowerSeries series(int hours) {
    BigDecimal[] powers = new BigDecimal[grid.size()];
    for (int i = 0; i < hours * 4; i++) {
      powers[i] = random.nextInt(3) == 0 ? mw(power()) : BigDecimal.ZERO;
    }
    return PowerSeries.of(powers);
  }

  /**
   * What a content may come to in a minute of the day, found from its own words: each curve and
   * order that covers the minute, of an exclusive group the largest.
   */
  static BigDecimal inMinute(BidContent content, Auction auction, int minute) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal largest = BigDecimal.ZERO;
    Duration at = Duration.ofMinutes(minute);
    for (BidBlock block : content.blocks()) {
      sum = sum.add(covers(auction, block.block(), at) ? block.offered() : BigDecimal.ZERO);
    }
    for (BidBlockOrder order : content.blockOrders()) {
      for (BlockQuantity part : order.profile()) {
        if (!covers(auction, part.block(), at)) {
          continue;
        }
        if (order.exclusiveGroup() == null) {
          sum = sum.add(part.quantity());
        } else {
          largest = largest.max(part.quantity());
        }
      }
    }
    return sum.add(largest);
  }

  private static boolean covers(Auction auction, int block, Duration at) {
    Duration from = Duration.ofMinutes((long) (block - 1) * auction.blockMinutes());
    return at.compareTo(from) >= 0 && at.compareTo(from.plusMinutes(auction.blockMinutes())) < 0;
  }
}
