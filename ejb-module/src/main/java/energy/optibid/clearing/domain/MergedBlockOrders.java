package energy.optibid.clearing.domain;

import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidFault;
import energy.optibid.clearing.ReplayRequest.BlockOrderChange;
import energy.optibid.shared.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The block orders of a bid as a change wants them: those it names replaced, taken out or added,
 * the others as they were. They are judged as a whole, since orders refer to each other; what is
 * found is told where the change can mend it.
 */
public final class MergedBlockOrders {
  private static final Pattern ADDRESS = Pattern.compile("/blockOrders/(\\d+)(/.*)?");
  private static final int AS_IT_WAS = -1;

  /**
   * @param at index in the change, or {@link #AS_IT_WAS}
   */
  private record Entry(BidDraft.BlockOrder order, int at) {}

  private final List<BlockOrderChange> changes;
  private final List<BidBlockOrder> before;
  private final List<Entry> entries = new ArrayList<>();

  /** The first change of each name, by name. */
  private final Map<String, Integer> named = new HashMap<>();

  private MergedBlockOrders(List<BidBlockOrder> before, List<BlockOrderChange> changes) {
    this.before = before;
    this.changes = changes;
    for (int i = 0; i < changes.size(); i++) {
      named.putIfAbsent(changes.get(i).id(), i);
    }
    Set<String> there = new HashSet<>();
    for (BidBlockOrder order : before) {
      there.add(order.id());
      Integer at = named.get(order.id());
      if (at == null) {
        entries.add(new Entry(BidDraft.BlockOrder.of(order), AS_IT_WAS));
      } else if (!changes.get(at).withdraws()) {
        entries.add(new Entry(draft(changes.get(at)), at));
      }
    }
    for (int i = 0; i < changes.size(); i++) {
      BlockOrderChange change = changes.get(i);
      if (isFirst(i) && !change.withdraws() && !there.contains(change.id())) {
        entries.add(new Entry(draft(change), i));
      }
    }
  }

  /**
   * @param before the bid's own, none of a bid that was never made
   */
  public static MergedBlockOrders of(List<BidBlockOrder> before, List<BlockOrderChange> changes) {
    return new MergedBlockOrders(List.copyOf(before), List.copyOf(changes));
  }

  private boolean isFirst(int index) {
    Integer first = named.get(changes.get(index).id());
    return first != null && first == index;
  }

  private static BidDraft.BlockOrder draft(BlockOrderChange change) {
    return new BidDraft.BlockOrder(
        change.id(),
        change.quantities().stream()
            .map(part -> new BidDraft.Quantity(part.block(), part.quantity()))
            .toList(),
        change.price(),
        change.minimumAcceptanceRatio(),
        change.parent(),
        change.exclusiveGroup(),
        change.isFlexible());
  }

  /** What is to be judged as a bid's are. */
  public List<BidDraft.BlockOrder> drafts() {
    return entries.stream().map(Entry::order).toList();
  }

  /** Whether there is one of this name. */
  boolean has(String id) {
    return entries.stream().anyMatch(entry -> id.equals(entry.order().id()));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * The orders, those of the bid first; of a change without a fault.
   *
   * @throws IllegalArgumentException if one has no price
   */
  List<BidBlockOrder> orders() {
    List<BidBlockOrder> orders = new ArrayList<>();
    for (Entry entry : entries) {
      orders.add(
          entry.at() == AS_IT_WAS ? asItWas(entry.order().id()) : order(changes.get(entry.at())));
    }
    return orders;
  }

  private BidBlockOrder asItWas(@Nullable String id) {
    return before.stream().filter(order -> order.id().equals(id)).findFirst().orElseThrow();
  }

  private static BidBlockOrder order(BlockOrderChange change) {
    BigDecimal price = change.price();
    if (price == null) {
      throw new IllegalArgumentException("block order " + change.id() + " has no price");
    }
    BigDecimal ratio = change.minimumAcceptanceRatio();
    return new BidBlockOrder(
        change.id(),
        change.quantities().stream().sorted(Comparator.comparingInt(BlockQuantity::block)).toList(),
        price,
        ratio == null ? BigDecimal.ONE : ratio,
        change.parent(),
        change.exclusiveGroup(),
        change.isFlexible());
  }

  /**
   * Every fault of the change as one: names given twice, what is taken out and is not there.
   *
   * @param at JSON pointer to the change
   */
  public List<Fault> faults(String at) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      BlockOrderChange change = changes.get(i);
      String here = at + "/blockOrders/" + i;
      if (!isFirst(i)) {
        faults.add(
            new Fault(
                here + "/id", "duplicate_id", "Two block orders are named " + change.id() + "."));
      }
      if (!change.withdraws()) {
        continue;
      }
      if (before.stream().noneMatch(order -> order.id().equals(change.id()))) {
        faults.add(
            new Fault(
                here + "/id",
                "unknown_block_order",
                "The bid has no block order named " + change.id() + " to take out."));
      }
      if (change.price() != null || !change.quantities().isEmpty()) {
        faults.add(
            new Fault(
                here + "/withdraw",
                "withdraw",
                "A block order that is taken out has no price and no profile."));
      }
    }
    return faults;
  }

  /**
   * A fault of {@link #drafts} where the change can mend it: an order that stays as it was is wrong
   * only because of one it is linked to.
   *
   * @param at JSON pointer to the change
   */
  public Fault addressed(String at, BidFault fault) {
    String list = at + "/blockOrders";
    Matcher address = ADDRESS.matcher(fault.field());
    if (!address.matches()) {
      return new Fault(list, fault.code(), fault.message());
    }
    Entry entry = entries.get(Integer.parseInt(address.group(1)));
    String rest = address.group(2) == null ? "" : address.group(2);
    if (entry.at() != AS_IT_WAS) {
      return new Fault(list + "/" + entry.at() + rest, fault.code(), fault.message());
    }
    return changedAncestor(entry.order())
        .map(cause -> caused(list + "/" + cause, changes.get(cause), entry.order(), fault))
        .orElseGet(() -> new Fault(list, fault.code(), fault.message()));
  }

  private static Fault caused(
      String at, BlockOrderChange cause, BidDraft.BlockOrder order, BidFault fault) {
    if (cause.withdraws()) {
      return new Fault(
          at + "/withdraw",
          fault.code(),
          order.id()
              + " is linked to "
              + cause.id()
              + ": take it out too, or link it to another block order.");
    }
    if (cause.isFlexible()) {
      return new Fault(
          at + "/flexible",
          fault.code(),
          order.id() + " is linked to " + cause.id() + ": " + lower(fault.message()));
    }
    return new Fault(at + "/parent", fault.code(), fault.message());
  }

  private static String lower(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private Optional<Integer> changedAncestor(BidDraft.BlockOrder order) {
    Set<String> seen = new HashSet<>();
    String parent = order.parent();
    while (parent != null && seen.add(parent)) {
      Integer at = named.get(parent);
      if (at != null) {
        return Optional.of(at);
      }
      parent = parentOf(parent);
    }
    return Optional.empty();
  }

  private @Nullable String parentOf(String id) {
    for (Entry entry : entries) {
      if (id.equals(entry.order().id())) {
        return entry.order().parent();
      }
    }
    return null;
  }
}
