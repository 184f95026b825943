package energy.optibid.engine.clearing.replay;

import static energy.optibid.engine.clearing.replay.Auctions.buy;
import static energy.optibid.engine.clearing.replay.Auctions.curve;
import static energy.optibid.engine.clearing.replay.Auctions.day;
import static energy.optibid.engine.clearing.replay.Auctions.hour;
import static energy.optibid.engine.clearing.replay.Auctions.megawatts;
import static energy.optibid.engine.clearing.replay.Auctions.price;
import static energy.optibid.engine.clearing.replay.Auctions.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.BorderNode;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.FlowLimit;
import energy.optibid.engine.clearing.replay.OrderChange.WithdrawBlock;
import energy.optibid.engine.units.Power;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which orders are left after a change, and whether the periods then stand alone, by hand. */
class ChangedAuctionTest {
  @Test
  void aWithdrawnBlock_takesItsChildrenAlong() {
    Map<Integer, Power> power = Map.of(1, megawatts(10));
    AuctionProblem family =
        day(
            List.of(
                BlockOrder.whole("p", "A", Side.SELL, price(5), power),
                BlockOrder.whole("c", "A", Side.SELL, price(5), power).linkedTo("p"),
                BlockOrder.whole("g", "A", Side.SELL, price(5), power).linkedTo("c"),
                BlockOrder.whole("x", "B", Side.SELL, price(5), power)),
            hour(1, 10, buy("load", "A", 100, 100)));
    AuctionProblem left = ChangedAuction.of(family, List.of(new WithdrawBlock("p"))).problem();
    assertEquals(List.of("x"), left.blocks().stream().map(BlockOrder::id).toList());
    assertEquals(left, ChangedAuction.without(family, Set.of("p", "c")).problem());
  }

  @Test
  void aWithdrawnBlock_takesItsGrandchildrenAlong_whateverTheirPlaceInTheList() {
    Map<Integer, Power> power = Map.of(1, megawatts(10));
    BlockOrder parent = BlockOrder.whole("p", "A", Side.SELL, price(5), power);
    BlockOrder child = BlockOrder.whole("c", "A", Side.SELL, price(5), power).linkedTo("p");
    BlockOrder grandchild = BlockOrder.whole("g", "A", Side.SELL, price(5), power).linkedTo("c");
    AuctionProblem family =
        day(List.of(grandchild, child, parent), hour(1, 10, buy("load", "A", 100, 100)));
    assertEquals(
        List.of(), ChangedAuction.of(family, List.of(new WithdrawBlock("p"))).problem().blocks());
  }

  @Test
  void anAuctionWithoutSomeCurves_keepsTheOthers() {
    CurveOrder other = curve("other", "A", 0, 0, 9, -3);
    AuctionProblem problem =
        day(hour(1, 10, curve("own", "A", 0, 0, 9, -2), other), hour(2, 10, other));
    ChangedAuction without = ChangedAuction.without(problem, Set.of("own"));
    assertEquals(List.of(other), without.problem().periods().get(0).curves());
    assertEquals(Set.of(1), without.periods());
  }

  @Test
  void periodsStandAlone_whereEachIsOfStepsOrOfCurvesOnly() {
    AuctionPeriod steps = hour(1, 10, sell("s", "A", 1, 1));
    AuctionPeriod curves = hour(1, 10, curve("c", "A", 0, 0, 9, -3));
    ExternalExchange exchange = new ExternalExchange("A", "X", megawatts(1));
    BorderNode border = new BorderNode("X", price(5));
    assertTrue(standsAlone(steps));
    assertTrue(standsAlone(curves));
    assertTrue(standsAlone(with(steps, List.of(exchange), List.of(border), List.of())));
    assertFalse(standsAlone(ChangedAuction.with(steps, steps.orders(), curves.curves())));
    assertFalse(standsAlone(with(curves, List.of(exchange), List.of(), List.of())));
    FlowLimit branch = new FlowLimit("b", Map.of("A", BigDecimal.ONE), megawatts(1));
    assertFalse(standsAlone(with(steps, List.of(), List.of(), List.of(branch))));
    assertFalse(standsAlone(with(curves, List.of(), List.of(), List.of(branch))));
  }

  private static boolean standsAlone(AuctionPeriod period) {
    return ColdClearing.isSeparable(day(period));
  }

  private static AuctionPeriod with(
      AuctionPeriod period,
      List<ExternalExchange> exchanges,
      List<BorderNode> borders,
      List<FlowLimit> limits) {
    return new AuctionPeriod(
        period.block(),
        period.orders(),
        period.curves(),
        period.links(),
        exchanges,
        borders,
        limits);
  }
}
