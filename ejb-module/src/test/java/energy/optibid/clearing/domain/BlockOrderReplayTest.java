package energy.optibid.clearing.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.ReplayOutcome;
import energy.optibid.clearing.ReplayOutcome.OrderResult;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.clearing.ReplayRequest.BlockOrderChange;
import energy.optibid.clearing.ReplayRequest.Change;
import energy.optibid.clearing.ReplayRequest.Sweep;
import energy.optibid.clearing.ReplayRequest.SweepParameter;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import energy.optibid.market.CurveBook;
import energy.optibid.shared.OrganizationId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Block orders of every kind changed in a sandbox of two hours, blocks 5 and 6: 100 MW are bought
 * up to 9,000; in the first 60 are offered at 20 and 60 at 50, in the second 60 at 20 and 60 at 40.
 */
class BlockOrderReplayTest {
  private static final OrganizationId OWN = new OrganizationId(new UUID(4, 1));
  private static final Instant START = Instant.parse("2026-11-27T00:00:00Z");

  private static CurveBook book(int block, String dear) {
    return new CurveBook(
        block,
        new DeliveryBlock(START.plus(Duration.ofHours(block - 1L)), Duration.ofHours(1)),
        List.of("N2"),
        List.of(
            new CurveOrder(
                "discom", "N2", List.of(corner("0", 100), corner("9000", 100), corner("9000", 0))),
            new CurveOrder("coal", "N2", List.of(corner("20", 0), corner("20", -60))),
            new CurveOrder("gas", "N2", List.of(corner(dear, 0), corner(dear, -60)))),
        List.of(),
        new ClearingRules(
            Currency.getInstance("INR"),
            Price.of("0"),
            Price.of("10000"),
            Power.ofMegawatts("0.1"),
            TiePrice.MIDPOINT),
        Price.of("0.01"));
  }

  private static CurveCorner corner(String price, int megawatts) {
    return new CurveCorner(Price.of(price), new Power(megawatts * 1000L));
  }

  private static ReplayBase base(SubmittedBid... own) {
    return ReplayBase.of(
        List.of(book(5, "50"), book(6, "40")),
        false,
        Earlier.NONE,
        List.of(own),
        WorkBudget.DEFAULT);
  }

  private static SubmittedBid bid(List<BidBlock> curves, BidBlockOrder... orders) {
    return new SubmittedBid(
        OWN,
        new UUID(1, 1),
        new UUID(2, 1),
        1,
        new BidContent(new UUID(3, 1), "N2", BidSide.SELL, null, curves, false, List.of(orders)));
  }

  private static BlockOrderChange put(
      String id,
      String megawatts,
      String price,
      @Nullable String parent,
      @Nullable String group,
      boolean flexible,
      int... blocks) {
    return new BlockOrderChange(
        id,
        null,
        Arrays.stream(blocks)
            .mapToObj(block -> new BlockQuantity(block, new BigDecimal(megawatts)))
            .toList(),
        new BigDecimal(price),
        null,
        parent,
        group,
        flexible);
  }

  private static ReplayOutcome replayed(ReplayBase base, BlockOrderChange... orders) {
    return new Replaying(base, request(null, orders), OWN).outcome(List.of());
  }

  private static ReplayRequest request(@Nullable Sweep sweep, BlockOrderChange... orders) {
    return new ReplayRequest(
        List.of(new Change(new UUID(1, 1), null, null, null, List.of(), List.of(orders))), sweep);
  }

  private static List<String> told(ReplayOutcome outcome) {
    return outcome.blockOrders().stream()
        .map(one -> one.blockOrder() + ": " + told(one.before()) + " > " + told(one.after()))
        .toList();
  }

  private static String told(@Nullable OrderResult result) {
    return result == null ? "-" : result.decision() + " " + result.revenue();
  }

  @Test
  void linkedExclusiveAndFlexibleOrders_areAddedBesideWhatStays() {
    ReplayOutcome outcome =
        replayed(
            base(
                bid(
                    List.of(),
                    new BidBlockOrder(
                        "stays",
                        List.of(new BlockQuantity(5, BigDecimal.TEN)),
                        BigDecimal.TEN,
                        BigDecimal.ONE,
                        null,
                        null,
                        false))),
            put("parent", "5", "45", null, null, false, 6),
            put("child", "5", "10", "parent", null, false, 5),
            // a group of the name of a flexible order is another group
            put("one", "5", "10", null, "flex", false, 5),
            put("other", "5", "10", null, "flex", false, 6),
            put("flex", "5", "30", null, null, true, 5, 6));
    assertEquals(
        List.of(
            "stays: ACCEPTED 500.00 > ACCEPTED 500.00",
            // 40 is less than the parent asks, which its child's gain carries
            "parent: - > ACCEPTED 200.00",
            "child: - > ACCEPTED 250.00",
            "one: - > ACCEPTED 250.00",
            "other: - > GROUP_USED_UP 0.00",
            "flex: - > ACCEPTED 250.00"),
        told(outcome));
    assertEquals(new BigDecimal("1450.00"), outcome.revenueAfter());
    assertEquals(outcome.revenueAfter(), outcome.bids().get(0).revenueAfter());
  }

  @Test
  void revenue_isRoundedOrderByOrderAndBlockByBlock() {
    ReplayOutcome outcome =
        replayed(
            base(
                bid(
                    List.of(
                        new BidBlock(5, List.of(new BidPoint(BigDecimal.ONE, BigDecimal.ONE)))))),
            put("third", "0.1", "1", null, null, false, 5, 6));
    OrderResult third = outcome.blockOrders().get(0).after();
    assertEquals(new BigDecimal("9.00"), third == null ? null : third.revenue());
    assertEquals(
        List.of(new BigDecimal("1.1"), new BigDecimal("0.1")),
        outcome.bids().get(0).acceptedAfter());
    assertEquals(new BigDecimal("59.00"), outcome.revenueAfter());
  }

  @Test
  void aFlexibleOrder_isSweptAsAWhole_withTheRestOfItsBid() {
    Sweep sweep =
        new Sweep(
            0,
            SweepParameter.PRICE,
            new BigDecimal("30"),
            new BigDecimal("60"),
            new BigDecimal("15"),
            "flex");
    ReplayBase base =
        base(bid(List.of(new BidBlock(6, List.of(new BidPoint(BigDecimal.ONE, BigDecimal.ONE))))));
    Replaying replaying =
        new Replaying(base, request(sweep, put("flex", "5", "30", null, null, true, 5, 6)), OWN);
    assertEquals(
        List.of("30 290.00 6", "45 290.00 6", "60 40.00 1"),
        replaying.sweep(point -> {}, () -> false).stream()
            .map(point -> point.value() + " " + point.revenue() + " " + point.energyMwh())
            .toList());
  }
}
