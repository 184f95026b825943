package energy.optibid.bidding.domain;

import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidDraft.BlockOrder;
import energy.optibid.bidding.BidDraft.Quantity;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.domain.BidTerms.AssetTerms;
import energy.optibid.bidding.domain.BidTerms.AuctionTerms;
import energy.optibid.engine.rules.OrderType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules for the block orders of a bid; it adds what it finds to a list. */
final class BlockOrderRules {
  private static final int MOST_ORDERS = 200;
  private static final int RATIO_DECIMALS = 6;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,32}");
  private static final String NAME_RULE = "takes 1 to 32 letters, digits, hyphens and underscores.";

  private final List<BlockOrder> orders;
  private final BidDraft draft;
  private final @Nullable AuctionTerms auction;
  private final @Nullable AssetTerms asset;
  private final List<BidFault> faults;
  private final Map<String, BlockOrder> byId = new HashMap<>();

  BlockOrderRules(
      BidDraft draft,
      @Nullable AuctionTerms auction,
      @Nullable AssetTerms asset,
      List<BidFault> faults) {
    this.orders = draft.blockOrders();
    this.draft = draft;
    this.auction = auction;
    this.asset = asset;
    this.faults = faults;
    for (BlockOrder order : orders) {
      if (order.id() != null) {
        byId.putIfAbsent(order.id(), order);
      }
    }
  }

  void check() {
    if (orders.size() > MOST_ORDERS) {
      faults.add(
          BidFault.at(
              "/blockOrders",
              "too_many_block_orders",
              "A bid takes " + MOST_ORDERS + " block orders, not " + orders.size() + "."));
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < orders.size(); i++) {
      BlockOrder order = orders.get(i);
      String at = "/blockOrders/" + i;
      id(at, order, seen);
      profile(at, order);
      price(at, order);
      ratio(at, order);
      family(at, order);
      type(at, order);
    }
    capability();
  }

  private void id(String at, BlockOrder order, Set<String> seen) {
    String id = order.id();
    if (id == null || id.isBlank()) {
      add(at + "/id", "required", "A block order needs a name.");
    } else if (!NAME.matcher(id).matches()) {
      add(at + "/id", "name", "A block order's name " + NAME_RULE);
    } else if (!seen.add(id)) {
      add(at + "/id", "duplicate_id", "Two block orders are named " + id + ".");
    }
  }

  private void profile(String at, BlockOrder order) {
    if (order.profile().isEmpty()) {
      add(at + "/profile", "required", "A block order needs at least one block.");
    }
    Set<Integer> seen = new HashSet<>();
    for (int j = 0; j < order.profile().size(); j++) {
      Quantity part = order.profile().get(j);
      String cell = at + "/profile/" + j;
      block(cell + "/block", part.block(), seen);
      quantity(cell + "/quantity", part);
    }
  }

  private void block(String at, @Nullable Integer block, Set<Integer> seen) {
    if (block == null) {
      add(at, "required", "Say which block.");
      return;
    }
    if (auction != null && (block < auction.firstBlock() || block > auction.lastBlock())) {
      faults.add(
          BidFault.inBlock(
              at,
              "unknown_block",
              "The auction has blocks %d to %d, not %d."
                  .formatted(auction.firstBlock(), auction.lastBlock(), block),
              block));
    }
    if (!seen.add(block)) {
      faults.add(
          BidFault.inBlock(at, "duplicate_block", "Block " + block + " appears twice.", block));
    }
  }

  private void quantity(String at, Quantity part) {
    BigDecimal quantity = part.quantity();
    if (quantity == null) {
      add(at, "required", "The quantity is missing.");
    } else if (quantity.signum() <= 0) {
      add(at, "positive", "A quantity is above 0 MW: the side says which way it flows.");
    } else if (auction != null && !isMultiple(quantity, auction.lotMw())) {
      add(at, "lot", "The quantity must be a multiple of " + plain(auction.lotMw()) + " MW.");
    }
  }

  private void price(String at, BlockOrder order) {
    BigDecimal price = order.price();
    if (price == null) {
      add(at + "/price", "required", "The price is missing.");
    } else if (auction != null) {
      if (price.compareTo(auction.floor()) < 0 || price.compareTo(auction.cap()) > 0) {
        add(
            at + "/price",
            "price_limit",
            "The price must lie between %s and %s %s/MWh."
                .formatted(plain(auction.floor()), plain(auction.cap()), auction.currency()));
      }
      if (!isMultiple(price, auction.tick())) {
        add(
            at + "/price",
            "tick",
            "The price must be a multiple of %s %s/MWh."
                .formatted(plain(auction.tick()), auction.currency()));
      }
    }
  }

  private void ratio(String at, BlockOrder order) {
    BigDecimal ratio = order.minimumAcceptanceRatio();
    if (ratio != null
        && (ratio.signum() <= 0
            || ratio.compareTo(BigDecimal.ONE) > 0
            || ratio.stripTrailingZeros().scale() > RATIO_DECIMALS)) {
      add(
          at + "/minimumAcceptanceRatio",
          "ratio",
          "The minimum acceptance ratio is above 0, at most 1, and has at most 6 decimals.");
    }
  }

  private void family(String at, BlockOrder order) {
    String parent = order.parent();
    String group = order.exclusiveGroup();
    if (group != null && !NAME.matcher(group).matches()) {
      add(at + "/exclusiveGroup", "name", "A group's name " + NAME_RULE);
    }
    if (parent != null) {
      BlockOrder found = byId.get(parent);
      if (found == null) {
        add(at + "/parent", "unknown_parent", "The bid has no block order named " + parent + ".");
      } else if (found.flexible()) {
        add(at + "/parent", "flexible", "A flexible order has no linked orders.");
      } else if (isItsOwnAncestor(order)) {
        add(at + "/parent", "circle", "The links lead back to the order itself.");
      }
      if (group != null) {
        add(
            at + "/exclusiveGroup",
            "linked_and_exclusive",
            "An order is linked or in an exclusive group, not both.");
      }
    }
    if (order.flexible()) {
      flexible(at, order);
    }
  }

  private void flexible(String at, BlockOrder order) {
    if (order.parent() != null || order.exclusiveGroup() != null) {
      add(at + "/flexible", "flexible", "A flexible order stands alone: no parent and no group.");
    }
    BigDecimal ratio = order.minimumAcceptanceRatio();
    if (ratio != null && ratio.compareTo(BigDecimal.ONE) != 0) {
      add(
          at + "/minimumAcceptanceRatio",
          "flexible",
          "A flexible order is taken as a whole: its ratio is 1.");
    }
    if (quantities(order) > 1) {
      add(at + "/profile", "flexible", "A flexible order has one quantity for all its blocks.");
    }
  }

  private boolean isItsOwnAncestor(BlockOrder order) {
    Set<String> seen = new HashSet<>();
    String parent = order.parent();
    while (parent != null && seen.add(parent)) {
      if (parent.equals(order.id())) {
        return true;
      }
      BlockOrder found = byId.get(parent);
      parent = found == null ? null : found.parent();
    }
    return false;
  }

  /** What the market does not take is refused by name. */
  private void type(String at, BlockOrder order) {
    BigDecimal ratio = order.minimumAcceptanceRatio();
    if (order.flexible()) {
      permit(at + "/flexible", OrderType.FLEXIBLE);
      return;
    }
    permit(at + "/profile", isProfiled(order) ? OrderType.PROFILE_BLOCK : OrderType.BLOCK);
    if (ratio != null && ratio.compareTo(BigDecimal.ONE) != 0) {
      permit(at + "/minimumAcceptanceRatio", OrderType.MINIMUM_ACCEPTANCE_RATIO);
    }
    if (order.parent() != null) {
      permit(at + "/parent", OrderType.LINKED);
    }
    if (order.exclusiveGroup() != null) {
      permit(at + "/exclusiveGroup", OrderType.EXCLUSIVE);
    }
  }

  private void permit(String at, OrderType type) {
    if (auction == null || auction.orderTypes().contains(type)) {
      return;
    }
    String taken =
        auction.orderTypes().stream()
            .sorted()
            .map(BlockOrderRules::words)
            .collect(Collectors.joining(", "));
    add(
        at,
        "order_type",
        "This market takes no orders of the type " + words(type) + "; it takes " + taken + ".");
  }

  private static String words(OrderType type) {
    return type.code().replace('_', ' ');
  }

  /** Other than one quantity over a run of consecutive blocks. */
  private static boolean isProfiled(BlockOrder order) {
    List<Integer> blocks =
        order.profile().stream().map(Quantity::block).filter(Objects::nonNull).sorted().toList();
    boolean gap =
        !blocks.isEmpty() && blocks.get(blocks.size() - 1) - blocks.get(0) >= blocks.size();
    return gap || quantities(order) > 1;
  }

  private static long quantities(BlockOrder order) {
    return order.profile().stream()
        .map(Quantity::quantity)
        .filter(Objects::nonNull)
        .map(BigDecimal::stripTrailingZeros)
        .distinct()
        .count();
  }

  /** Curve and block orders together; a curve that is too much alone was named with its point. */
  private void capability() {
    BidSide side = draft.side();
    if (asset == null || side == null || orders.isEmpty()) {
      return;
    }
    BigDecimal limit = side == BidSide.SELL ? asset.maxInjectionMw() : asset.maxWithdrawalMw();
    Map<Integer, BigDecimal> power = OfferedPower.of(draft);
    Set<Integer> named = new HashSet<>();
    for (int i = orders.size() - 1; i >= 0; i--) {
      List<Quantity> profile = orders.get(i).profile();
      for (int j = 0; j < profile.size(); j++) {
        Integer block = profile.get(j).block();
        if (block != null && named.add(block)) {
          BigDecimal committed = asset.committed().getOrDefault(block, BigDecimal.ZERO);
          BigDecimal total = power.getOrDefault(block, BigDecimal.ZERO).add(committed);
          if (total.compareTo(limit) > 0) {
            overCapability(
                "/blockOrders/" + i + "/profile/" + j + "/quantity", block, total, limit);
          }
        }
      }
    }
  }

  private void overCapability(String at, int block, BigDecimal total, BigDecimal limit) {
    String verb = draft.side() == BidSide.SELL ? "inject" : "withdraw";
    String name = asset == null ? "" : asset.name();
    faults.add(
        BidFault.inBlock(
            at,
            "capability",
            "%s can %s at most %s MW; curve, block orders and other bids in block %d come to %s."
                .formatted(name, verb, plain(limit), block, plain(total)),
            block));
  }

  private void add(String field, String code, String message) {
    faults.add(BidFault.at(field, code, message));
  }

  private static boolean isMultiple(BigDecimal value, BigDecimal unit) {
    return value.remainder(unit).signum() == 0;
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
