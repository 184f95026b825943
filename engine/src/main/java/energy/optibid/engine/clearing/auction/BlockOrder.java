package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * An order over several periods that is taken as a whole or not at all (MARKET-RULES §3.6). With
 * different quantities it is a profile block; with a minimum acceptance ratio below one it is
 * curtailable: all periods are then cut by one ratio between that minimum and one.
 *
 * @param id unique among the blocks and complex orders of its auction; ids break the last ties
 * @param price limit per MWh, the same in every period: at least for a sale, at most for a purchase
 * @param quantities average power by period number (1 is the first of the auction); never negative
 * @param minimumAcceptance least share that may be accepted; one for all-or-none
 * @param parent id of the block this one is linked to: its ratio never exceeds its parent's, and
 *     its surplus may carry the parent's loss
 * @param exclusiveGroup name of a group whose accepted ratios add up to at most one
 */
public record BlockOrder(
    String id,
    String zone,
    Side side,
    Price price,
    SortedMap<Integer, Power> quantities,
    Ratio minimumAcceptance,
    Optional<String> parent,
    Optional<String> exclusiveGroup) {
  /**
   * @throws IllegalArgumentException if there is no quantity, one is negative or all are zero, or
   *     the minimum acceptance is zero
   */
  public BlockOrder {
    quantities = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(quantities));
    if (quantities.values().stream().allMatch(Power::isZero)) {
      throw new IllegalArgumentException("block " + id + " asks for nothing");
    }
    if (quantities.values().stream().anyMatch(power -> power.kilowatts() < 0)) {
      throw new IllegalArgumentException("block " + id + " has a negative quantity");
    }
    if (minimumAcceptance.isZero()) {
      throw new IllegalArgumentException("block " + id + " needs a minimum acceptance above zero");
    }
  }

  /** An all-or-none block that stands alone. */
  public static BlockOrder whole(
      String id, String zone, Side side, Price price, Map<Integer, Power> quantities) {
    return new BlockOrder(
        id,
        zone,
        side,
        price,
        new TreeMap<>(quantities),
        Ratio.ONE,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * A flexible order: one quantity in whichever period suits it best, as a group of exclusive
   * blocks named {@code id@period}.
   *
   * @param id the group's name
   */
  public static List<BlockOrder> flexible(
      String id, String zone, Side side, Price price, Power quantity, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(
            period ->
                new BlockOrder(
                    id + "@" + period,
                    zone,
                    side,
                    price,
                    new TreeMap<>(Map.of(period, quantity)),
                    Ratio.ONE,
                    Optional.empty(),
                    Optional.of(id)))
        .toList();
  }

  /** The same block cut to a share of its periods' quantities at the least. */
  public BlockOrder curtailableTo(Ratio minimum) {
    return new BlockOrder(id, zone, side, price, quantities, minimum, parent, exclusiveGroup);
  }

  /** The same block with another limit. */
  public BlockOrder at(Price limit) {
    return new BlockOrder(
        id, zone, side, limit, quantities, minimumAcceptance, parent, exclusiveGroup);
  }

  /** The same block with other quantities. */
  public BlockOrder offering(SortedMap<Integer, Power> others) {
    return new BlockOrder(id, zone, side, price, others, minimumAcceptance, parent, exclusiveGroup);
  }

  /** The same block as the child of another. */
  public BlockOrder linkedTo(String parentId) {
    return new BlockOrder(
        id,
        zone,
        side,
        price,
        quantities,
        minimumAcceptance,
        Optional.of(parentId),
        exclusiveGroup);
  }

  /** The same block in an exclusive group. */
  public BlockOrder in(String group) {
    return new BlockOrder(
        id, zone, side, price, quantities, minimumAcceptance, parent, Optional.of(group));
  }
}
