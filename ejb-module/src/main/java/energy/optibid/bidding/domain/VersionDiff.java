package energy.optibid.bidding.domain;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidDiff;
import energy.optibid.bidding.BidDiff.BlockChange;
import energy.optibid.bidding.BidDiff.BlockOrderChange;
import energy.optibid.bidding.BidDiff.FieldChange;
import energy.optibid.bidding.BidDiff.Kind;
import energy.optibid.bidding.BidDiff.PointChange;
import energy.optibid.bidding.BidPoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares versions. Numbers are compared by their value, not by how they were written. */
public final class VersionDiff {
  private VersionDiff() {}

  /** What turns one version of a bid into another. */
  public static BidDiff of(UUID bidId, BidVersion from, BidVersion to) {
    BidContent before = from.content();
    BidContent after = to.content();
    return new BidDiff(
        bidId,
        from.number(),
        to.number(),
        fields(before, after),
        blocks(before, after),
        blockOrders(before.blockOrders(), after.blockOrders()));
  }

  private static List<FieldChange> fields(BidContent before, BidContent after) {
    Map<String, Function<BidContent, @Nullable String>> fields = new LinkedHashMap<>();
    fields.put("assetId", content -> content.assetId().toString());
    fields.put("areaCode", BidContent::areaCode);
    fields.put("side", content -> content.side().code());
    fields.put("label", BidContent::label);
    fields.put("carryOver", content -> Boolean.toString(content.carryOver()));
    List<FieldChange> changes = new ArrayList<>();
    fields.forEach(
        (name, field) -> {
          String was = field.apply(before);
          String is = field.apply(after);
          if (!Objects.equals(was, is)) {
            changes.add(new FieldChange(name, was, is));
          }
        });
    return changes;
  }

  private static List<BlockChange> blocks(BidContent before, BidContent after) {
    TreeSet<Integer> numbers = new TreeSet<>();
    before.blocks().forEach(block -> numbers.add(block.block()));
    after.blocks().forEach(block -> numbers.add(block.block()));
    List<BlockChange> changes = new ArrayList<>();
    for (int number : numbers) {
      List<BidPoint> was = before.block(number).map(BidBlock::points).orElse(List.of());
      List<BidPoint> is = after.block(number).map(BidBlock::points).orElse(List.of());
      List<PointChange> points = points(was, is);
      if (!points.isEmpty()) {
        changes.add(new BlockChange(number, kind(!was.isEmpty(), !is.isEmpty()), points));
      }
    }
    return changes;
  }

  private static List<PointChange> points(List<BidPoint> before, List<BidPoint> after) {
    List<PointChange> changes = new ArrayList<>();
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      BidPoint was = i < before.size() ? before.get(i) : null;
      BidPoint is = i < after.size() ? after.get(i) : null;
      boolean same =
          was != null
              && is != null
              && equal(was.price(), is.price())
              && equal(was.quantity(), is.quantity());
      if (!same) {
        changes.add(new PointChange(i, kind(was != null, is != null), was, is));
      }
    }
    return changes;
  }

  private static List<BlockOrderChange> blockOrders(
      List<BidBlockOrder> before, List<BidBlockOrder> after) {
    Map<String, BidBlockOrder> was = byId(before);
    Map<String, BidBlockOrder> is = byId(after);
    TreeSet<String> ids = new TreeSet<>(was.keySet());
    ids.addAll(is.keySet());
    List<BlockOrderChange> changes = new ArrayList<>();
    for (String id : ids) {
      BidBlockOrder old = was.get(id);
      BidBlockOrder now = is.get(id);
      List<String> fields = old == null || now == null ? List.of() : differing(old, now);
      if (old == null || now == null || !fields.isEmpty()) {
        changes.add(new BlockOrderChange(id, kind(old != null, now != null), old, now, fields));
      }
    }
    return changes;
  }

  private static Map<String, BidBlockOrder> byId(List<BidBlockOrder> orders) {
    Map<String, BidBlockOrder> byId = new LinkedHashMap<>();
    orders.forEach(order -> byId.put(order.id(), order));
    return byId;
  }

  private static List<String> differing(BidBlockOrder before, BidBlockOrder after) {
    List<String> fields = new ArrayList<>();
    if (!equal(before.profile(), after.profile())) {
      fields.add("profile");
    }
    if (!equal(before.price(), after.price())) {
      fields.add("price");
    }
    if (!equal(before.minimumAcceptanceRatio(), after.minimumAcceptanceRatio())) {
      fields.add("minimumAcceptanceRatio");
    }
    if (!Objects.equals(before.parent(), after.parent())) {
      fields.add("parent");
    }
    if (!Objects.equals(before.exclusiveGroup(), after.exclusiveGroup())) {
      fields.add("exclusiveGroup");
    }
    if (before.flexible() != after.flexible()) {
      fields.add("flexible");
    }
    return fields;
  }

  private static boolean equal(List<BlockQuantity> one, List<BlockQuantity> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (one.get(i).block() != other.get(i).block()
          || !equal(one.get(i).quantity(), other.get(i).quantity())) {
        return false;
      }
    }
    return true;
  }

  private static boolean equal(BigDecimal one, BigDecimal other) {
    return one.compareTo(other) == 0;
  }

  private static Kind kind(boolean before, boolean after) {
    return before && after ? Kind.CHANGED : after ? Kind.ADDED : Kind.REMOVED;
  }
}
