package energy.optibid.book.domain;

import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidOffer;
import energy.optibid.engine.units.DeliveryDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much power may come of one commitment. Of several versions of a bid one will stand; a version
 * is several claims at once; of a claim's alternatives at most one comes. A curve counts to its
 * end, a block order in full; a flexible order comes in one of its blocks, an exclusive group as
 * one of its orders.
 *
 * @param most the most that may come in each block, over every version and alternative
 */
public record Offer(List<List<Claim>> versions, PowerSeries most) {
  public Offer {
    versions = versions.stream().map(List::copyOf).toList();
  }

  /** Alternatives of which at most one comes. */
  record Claim(List<PowerSeries> alternatives) {
    Claim {
      alternatives = List.copyOf(alternatives);
    }

    PowerSeries most() {
      return alternatives.stream().reduce(PowerSeries::max).orElseThrow();
    }
  }

  /** What is certain to come. */
  public static Offer firm(PowerSeries power) {
    return new Offer(List.of(List.of(new Claim(List.of(power)))), power);
  }

  /**
   * What a version of a bid may come to.
   *
   * @param day the auction's day, whose blocks the bid numbers
   */
  public static Offer of(BidOffer bid, DeliveryDay day, BookGrid grid) {
    List<Claim> claims = new ArrayList<>();
    if (!bid.curveEnds().isEmpty()) {
      BigDecimal[] curve = new BigDecimal[grid.size()];
      for (BlockQuantity end : bid.curveEnds()) {
        put(curve, grid.covered(day, end.block()), end.quantity());
      }
      claims.add(new Claim(List.of(PowerSeries.of(curve))));
    }
    Map<String, List<PowerSeries>> groups = new LinkedHashMap<>();
    for (BidBlockOrder order : bid.blockOrders()) {
      List<PowerSeries> alternatives = alternatives(order, day, grid);
      String group = order.exclusiveGroup();
      if (group == null) {
        claims.add(new Claim(alternatives));
      } else {
        groups.computeIfAbsent(group, name -> new ArrayList<>()).addAll(alternatives);
      }
    }
    groups.values().forEach(alternatives -> claims.add(new Claim(alternatives)));
    return new Offer(List.of(claims), sum(claims, grid));
  }

  /** One of several versions of a bid, whichever will stand. */
  public Offer or(Offer other) {
    List<List<Claim>> all = new ArrayList<>(versions);
    all.addAll(other.versions);
    return new Offer(all, most.max(other.most));
  }

  private static List<PowerSeries> alternatives(
      BidBlockOrder order, DeliveryDay day, BookGrid grid) {
    if (!order.flexible()) {
      BigDecimal[] whole = new BigDecimal[grid.size()];
      for (BlockQuantity part : order.profile()) {
        put(whole, grid.covered(day, part.block()), part.quantity());
      }
      return List.of(PowerSeries.of(whole));
    }
    List<PowerSeries> places = new ArrayList<>();
    for (BlockQuantity part : order.profile()) {
      BigDecimal[] place = new BigDecimal[grid.size()];
      put(place, grid.covered(day, part.block()), part.quantity());
      places.add(PowerSeries.of(place));
    }
    return places;
  }

  private static void put(BigDecimal[] power, int[] blocks, BigDecimal megawatts) {
    for (int block : blocks) {
      power[block] = megawatts;
    }
  }

  private static PowerSeries sum(List<Claim> claims, BookGrid grid) {
    return claims.stream()
        .map(Claim::most)
        .reduce(PowerSeries::plus)
        .orElseGet(() -> PowerSeries.zero(grid.size()));
  }
}
