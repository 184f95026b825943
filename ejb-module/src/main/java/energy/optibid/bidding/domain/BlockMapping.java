package energy.optibid.bidding.domain;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidContent;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.DeliveryDay;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which block of one auction's day stands for which of another's, by the clock on the wall. */
public final class BlockMapping {
  private final Map<Integer, Integer> sourceOf = new TreeMap<>();
  private final DeliveryDay source;

  /**
   * @param source the day bids come from
   * @param target the day they go to
   * @param firstBlock number of the target auction's first block
   * @param blockCount its own blocks
   */
  public BlockMapping(DeliveryDay source, DeliveryDay target, int firstBlock, int blockCount) {
    this.source = source;
    Map<LocalTime, List<Integer>> byClock = new HashMap<>();
    TreeMap<LocalTime, LocalTime> starts = new TreeMap<>();
    List<DeliveryBlock> blocks = source.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      LocalTime clock = clock(blocks.get(i), source);
      byClock.computeIfAbsent(clock, time -> new ArrayList<>()).add(i + 1);
      starts.put(clock, clock.plus(source.blockDuration()));
    }
    Map<LocalTime, Integer> seen = new HashMap<>();
    for (int number = 1; number < firstBlock + blockCount; number++) {
      LocalTime clock = clock(target.block(number), target);
      int occurrence = seen.merge(clock, 1, Integer::sum);
      Map.Entry<LocalTime, LocalTime> hour = starts.floorEntry(clock);
      boolean covered =
          hour != null
              && (clock.isBefore(hour.getValue()) || hour.getValue().equals(LocalTime.MIDNIGHT));
      if (number >= firstBlock && hour != null && covered) {
        List<Integer> candidates = byClock.getOrDefault(hour.getKey(), List.of());
        sourceOf.put(number, candidates.get(Math.min(occurrence, candidates.size()) - 1));
      }
    }
  }

  private static LocalTime clock(DeliveryBlock block, DeliveryDay day) {
    return block.start().atZone(day.zone()).toLocalTime();
  }

  /** What a content became, and what was lost on the way. */
  public record Mapped(BidContent content, List<String> dropped) {
    public Mapped {
      dropped = List.copyOf(dropped);
    }
  }

  /** The content for the other day. */
  public Mapped map(BidContent content) {
    List<String> dropped = new ArrayList<>();
    List<BidBlock> curves =
        moved(number -> content.block(number).orElse(null), BidBlock::points, BidBlock::new);
    lost(content.blocks(), BidBlock::block, block -> kept(block, content))
        .forEach(number -> dropped.add(missing("The curve", number)));
    List<BidBlockOrder> orders = new ArrayList<>();
    Set<String> gone = new HashSet<>();
    for (BidBlockOrder order : content.blockOrders()) {
      BidBlockOrder there = map(order, dropped);
      if (there.profile().isEmpty()) {
        gone.add(order.id());
      } else {
        orders.add(there);
      }
    }
    dropOrphans(orders, gone, dropped);
    return new Mapped(
        new BidContent(
            content.assetId(),
            content.areaCode(),
            content.side(),
            content.label(),
            curves,
            content.carryOver(),
            orders),
        dropped);
  }

  private BidBlockOrder map(BidBlockOrder order, List<String> dropped) {
    Map<Integer, BlockQuantity> parts = new HashMap<>();
    order.profile().forEach(part -> parts.put(part.block(), part));
    List<BlockQuantity> profile = moved(parts::get, BlockQuantity::quantity, BlockQuantity::new);
    lost(
            order.profile(),
            BlockQuantity::block,
            part ->
                coveredBy(part.block())
                    .map(parts::get)
                    .filter(
                        other -> other != null && other.quantity().compareTo(part.quantity()) == 0)
                    .isPresent())
        .forEach(number -> dropped.add(missing("Block order " + order.id(), number)));
    return new BidBlockOrder(
        order.id(),
        profile,
        order.price(),
        order.minimumAcceptanceRatio(),
        order.parent(),
        order.exclusiveGroup(),
        order.flexible());
  }

  private static void dropOrphans(
      List<BidBlockOrder> orders, Set<String> gone, List<String> dropped) {
    gone.forEach(id -> dropped.add("Block order " + id + " has no block left."));
    boolean more = true;
    while (more) {
      more = false;
      for (BidBlockOrder order : List.copyOf(orders)) {
        if (order.parent() != null && gone.contains(order.parent())) {
          orders.remove(order);
          gone.add(order.id());
          dropped.add(
              "Block order " + order.id() + " is linked to " + order.parent() + ", which is gone.");
          more = true;
        }
      }
    }
  }

  private boolean kept(BidBlock block, BidContent content) {
    return coveredBy(block.block())
        .flatMap(content::block)
        .filter(other -> other.points().equals(block.points()))
        .isPresent();
  }

  /** The block whose content stands for this one's hour in the other day, if its hour is there. */
  private Optional<Integer> coveredBy(int number) {
    LocalTime clock = clock(source.block(number), source);
    return sourceOf.values().stream()
        .filter(
            used -> {
              LocalTime start = clock(source.block(used), source);
              return start.getHour() == clock.getHour();
            })
        .findFirst();
  }

  private <T, V> List<T> moved(
      IntFunction<@Nullable T> from, Function<T, V> value, BiFunction<Integer, V, T> with) {
    List<T> moved = new ArrayList<>();
    sourceOf.forEach(
        (target, number) -> {
          T part = from.apply(number);
          if (part != null) {
            moved.add(with.apply(target, value.apply(part)));
          }
        });
    return moved;
  }

  /** Blocks that stand nowhere in the other day, unless another that says the same does. */
  private <T> Set<Integer> lost(
      List<T> parts, Function<T, Integer> number, Predicate<T> elsewhere) {
    Set<Integer> lost = new TreeSet<>();
    for (T part : parts) {
      int block = number.apply(part);
      if (!sourceOf.containsValue(block) && !elsewhere.test(part)) {
        lost.add(block);
      }
    }
    return lost;
  }

  private String missing(String what, int number) {
    return "%s of block %d (%s) has no block in the other auction."
        .formatted(what, number, clock(source.block(number), source));
  }
}
