package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.BorderNode;
import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.domain.ClearedNetwork;
import energy.optibid.engine.clearing.domain.PeriodMarket;
import energy.optibid.engine.clearing.domain.SteppedMarket;
import energy.optibid.engine.clearing.splitting.CurveMarket;
import energy.optibid.engine.clearing.splitting.CurvePeriod;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The hourly markets with the steps of those complex orders that stay.
 *
 * @param markets one for each period, for searching
 */
record HourlyBooks(AuctionProblem problem, List<Period> periods, List<PeriodMarket> markets) {
  /** What stands in a period apart from what the auction decides. */
  record Period(
      AuctionPeriod period, List<Order> orders, List<Link> links, List<BorderNode> borders) {}

  /**
   * @param active which complex orders stay
   */
  static HourlyBooks of(Instance instance, BitSet active) {
    List<Period> periods = new ArrayList<>();
    List<PeriodMarket> markets = new ArrayList<>();
    for (int t = 0; t < instance.problem.periods().size(); t++) {
      AuctionPeriod period = instance.problem.periods().get(t);
      List<Order> orders = new ArrayList<>(period.orders());
      for (int c = 0; c < instance.complexes.size(); c++) {
        Complex complex = instance.complexes.get(c);
        if (complex.standsInBooks()) {
          add(orders, complex, t, active.get(c));
        }
      }
      List<Link> links =
          period.links().stream().filter(link -> !instance.network.decides(link.id())).toList();
      Period books = new Period(period, orders, links, period.borders());
      periods.add(books);
      markets.add(
          period.curves().isEmpty()
              ? new SteppedMarket(stepped(instance.problem, books, period.exchanges()))
              : new CurveMarket(
                  curves(instance.problem, books, List.of()).problem(), period.exchanges()));
    }
    return new HourlyBooks(instance.problem, periods, markets);
  }

  private static void add(List<Order> orders, Complex complex, int t, boolean active) {
    List<Step> steps = new ArrayList<>();
    for (Complex.Part part : complex.parts) {
      if (part.period() == t && (active || part.stays())) {
        steps.add(part.step());
      }
    }
    if (!steps.isEmpty()) {
      orders.add(new Order(complex.order.id(), complex.order.zone(), Side.SELL, steps));
    }
  }

  private static ClearingProblem stepped(
      AuctionProblem problem, Period books, List<ExternalExchange> exchanges) {
    return new ClearingProblem(
        books.period.block(),
        problem.zones(),
        books.orders,
        books.links,
        exchanges,
        books.borders,
        problem.rules());
  }

  private static CurvePeriod curves(
      AuctionProblem problem, Period books, List<ExternalExchange> exchanges) {
    return new CurvePeriod(
        books.period.block(),
        problem.zones(),
        books.orders,
        books.period.curves(),
        books.links,
        exchanges,
        problem.rules(),
        problem.tick());
  }

  /** Whether a period's orders are interpolated, and its price one of a slope. */
  boolean isCurved(int t) {
    return !periods.get(t).period.curves().isEmpty();
  }

  /**
   * Clears a period exactly.
   *
   * @param decided exchanges that stand for what the auction decided
   * @param prices chosen prices by zone in 10⁻⁴ per MWh
   */
  ClearingResult clear(int t, List<ExternalExchange> decided, long[] prices) {
    Period books = periods.get(t);
    List<ExternalExchange> exchanges = new ArrayList<>(books.period.exchanges());
    exchanges.addAll(decided);
    return isCurved(t)
        ? curves(problem, books, exchanges).clear(prices)
        : ClearedNetwork.clear(stepped(problem, books, exchanges), prices);
  }
}
