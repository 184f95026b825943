package energy.optibid.clearing.domain;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.clearing.ReplayRequest.Change;
import energy.optibid.clearing.ReplayRequest.Sweep;
import energy.optibid.clearing.ReplayRequest.SweepParameter;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import energy.optibid.shared.Fault;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a replay must keep to be done; curves and block orders are judged by the bidding desk. */
public final class ReplayRules {
  /** The most bids one replay changes. */
  public static final int MOST_CHANGES = 50;

  /** The most points of one sweep. */
  public static final int MOST_POINTS = 201;

  private final ReplayRequest request;
  private final List<SubmittedBid> own;
  private final ClearingRules rules;
  private final List<Fault> faults = new ArrayList<>();

  private ReplayRules(ReplayRequest request, List<SubmittedBid> own, ClearingRules rules) {
    this.request = request;
    this.own = own;
    this.rules = rules;
  }

  /**
   * Every fault but those of curves and block orders.
   *
   * @param own the bids that took part in the run
   */
  public static List<Fault> validate(
      ReplayRequest request, List<SubmittedBid> own, ClearingRules rules) {
    ReplayRules judged = new ReplayRules(request, own, rules);
    judged.changes();
    judged.sweep();
    return List.copyOf(judged.faults);
  }

  /** The bid a change is about, if it took part in the run. */
  public static Optional<SubmittedBid> bid(List<SubmittedBid> own, Change change) {
    return own.stream().filter(bid -> bid.bidId().equals(change.bidId())).findFirst();
  }

  private void changes() {
    if (request.changes().isEmpty()) {
      add("/changes", "required", "Say what should have been otherwise.");
    }
    if (request.changes().size() > MOST_CHANGES) {
      add("/changes", "too_many_changes", "A replay changes at most " + MOST_CHANGES + " bids.");
    }
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < request.changes().size(); i++) {
      Change change = request.changes().get(i);
      String at = "/changes/" + i;
      UUID bidId = change.bidId();
      if (bidId == null) {
        unmade(change, at);
        continue;
      }
      if (!seen.add(bidId)) {
        add(at + "/bidId", "duplicate_bid", "This bid is changed twice.");
      }
      SubmittedBid bid = bid(own, change).orElse(null);
      if (bid == null) {
        add(at + "/bidId", "unknown_bid", "None of your bids of this id took part in the run.");
      } else {
        sameBid(change, bid, at);
      }
    }
  }

  private void unmade(Change change, String at) {
    if (change.areaCode() == null) {
      add(at + "/areaCode", "required", "Say which area the bid is for.");
    }
    if (change.side() == null) {
      add(at + "/side", "required", "A bid buys or sells.");
    }
    if (change.withdraws()) {
      add(at + "/withdraw", "unknown_bid", "A bid that was never made cannot be taken back.");
    } else if (change.blocks().isEmpty() && change.orders().isEmpty()) {
      add(
          at + "/blocks",
          "required",
          "A bid needs at least one block with a point, or a block order.");
    }
    for (int i = 0; i < change.blocks().size(); i++) {
      if (change.blocks().get(i).points().isEmpty()) {
        add(at + "/blocks/" + i + "/points", "required", "A block needs at least one point.");
      }
    }
  }

  private void sameBid(Change change, SubmittedBid bid, String at) {
    if (change.areaCode() != null && !change.areaCode().equals(bid.content().areaCode())) {
      add(at + "/areaCode", "area", "A bid keeps its area: add one that was never made instead.");
    }
    if (change.side() != null && change.side() != bid.content().side()) {
      add(at + "/side", "side", "A bid keeps its side: add one that was never made instead.");
    }
    if (change.withdraws() && !change.blocks().isEmpty()) {
      add(at + "/blocks", "withdraw", "A bid that is taken back has no curves.");
    }
    if (change.withdraws() && !change.orders().isEmpty()) {
      add(at + "/blockOrders", "withdraw", "A bid that is taken back has no block orders.");
    }
  }

  private void sweep() {
    Sweep sweep = request.sweep();
    if (sweep == null) {
      return;
    }
    if (sweep.change() < 0 || sweep.change() >= request.changes().size()) {
      add("/sweep/change", "unknown_change", "There is no change of this index.");
    } else if (request.changes().get(sweep.change()).withdraws()) {
      add("/sweep/change", "withdraw", "The bid of this change is taken back.");
    } else {
      moved(request.changes().get(sweep.change()), sweep.blockOrder());
    }
    BigDecimal unit =
        sweep.parameter() == SweepParameter.QUANTITY
            ? rules.lot().toMegawatts()
            : BigDecimal.ONE.movePointLeft(Price.SCALE);
    multiple("/sweep/from", sweep.from(), unit);
    multiple("/sweep/to", sweep.to(), unit);
    multiple("/sweep/step", sweep.step(), unit);
    if (sweep.step().signum() <= 0) {
      add("/sweep/step", "positive", "The step must be above zero.");
    } else if (sweep.to().compareTo(sweep.from()) < 0) {
      add("/sweep/to", "range", "A sweep goes upwards: its end is below its start.");
    } else if (sweep
            .to()
            .subtract(sweep.from())
            .divide(sweep.step(), 0, RoundingMode.DOWN)
            .compareTo(BigDecimal.valueOf(MOST_POINTS))
        >= 0) {
      add("/sweep/step", "too_many_points", "A sweep takes at most " + MOST_POINTS + " points.");
    }
    limits(sweep);
  }

  /** What a sweep moves must be there after the changes. */
  private void moved(Change change, @Nullable String blockOrder) {
    Optional<BidContent> content = bid(own, change).map(SubmittedBid::content);
    MergedBlockOrders orders =
        MergedBlockOrders.of(
            content.map(BidContent::blockOrders).orElse(List.of()), change.orders());
    if (blockOrder == null) {
      List<BidBlock> curves =
          ChangedBids.merged(content.map(BidContent::blocks).orElse(List.of()), change.blocks());
      if (curves.isEmpty() && !orders.isEmpty()) {
        add(
            "/sweep/blockOrder",
            "required",
            "The bid has block orders only: say which of them is moved.");
      }
    } else if (!orders.has(blockOrder)) {
      add(
          "/sweep/blockOrder",
          "unknown_block_order",
          "The bid of this change has no block order named " + blockOrder + ".");
    }
  }

  private void limits(Sweep sweep) {
    boolean price = sweep.parameter() == SweepParameter.PRICE;
    BigDecimal low = price ? rules.floor().toBigDecimal() : BigDecimal.ZERO;
    BigDecimal high = price ? rules.cap().toBigDecimal() : BigDecimal.valueOf(10_000);
    String said =
        price
            ? "A price lies between " + plain(low) + " and " + plain(high) + "."
            : "A quantity lies between 0 and " + plain(high) + " MW.";
    if (sweep.from().compareTo(low) < 0 || sweep.from().compareTo(high) > 0) {
      add("/sweep/from", price ? "price_limit" : "quantity_limit", said);
    }
    if (sweep.to().compareTo(low) < 0 || sweep.to().compareTo(high) > 0) {
      add("/sweep/to", price ? "price_limit" : "quantity_limit", said);
    }
  }

  private void multiple(String at, BigDecimal value, BigDecimal unit) {
    if (value.remainder(unit).signum() != 0) {
      add(at, "multiple", "Must be a multiple of " + plain(unit) + ".");
    }
  }

  /** Decimals of the engine's scaled numbers. */
  static int scale(SweepParameter parameter) {
    return switch (parameter) {
      case QUANTITY -> Power.SCALE;
      case PRICE -> Price.SCALE;
    };
  }

  private void add(String field, String code, String message) {
    faults.add(new Fault(field, code, message));
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
