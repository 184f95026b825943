package energy.optibid.clearing.domain;

import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.Award;
import energy.optibid.clearing.AwardReason;
import energy.optibid.clearing.Explanation.Marginal;
import energy.optibid.engine.clearing.FillReason;
import energy.optibid.engine.clearing.MarginalOrder;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Energy;
import energy.optibid.engine.units.Money;
import energy.optibid.shared.Ids;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one bid gets in one block, and why. */
final class Settling {
  private final UUID runId;
  private final SubmittedBid bid;
  private final @Nullable String carriedFrom;
  private final ClearedBlock block;
  private final OrderFill fill;
  private final ZoneOutcome zone;

  Settling(UUID runId, Participation participation, ClearedBlock block) {
    this.runId = runId;
    this.bid = participation.bid();
    this.carriedFrom = participation.carriedFrom();
    this.block = block;
    this.fill = block.result().fill(OwnOrders.orderId(bid.bidId()));
    this.zone = block.result().zone(bid.content().areaCode());
  }

  AwardLine award(AwardStatus status) {
    DeliveryBlock time = block.block();
    Energy accepted = fill.accepted().during(time.duration());
    BidSide side = bid.content().side();
    Money value = Money.of(zone.price(), accepted, block.rules().currency());
    Money cash = (side == BidSide.SELL ? value : value.negated()).rounded();
    AwardReason reason = reason(fill.steps());
    Optional<MarginalOrder> marginal = marginal();
    Award award =
        new Award(
            Ids.next(),
            runId,
            bid.bidId(),
            bid.content().assetId(),
            bid.content().areaCode(),
            block.number(),
            time.start().atOffset(ZoneOffset.UTC),
            side,
            Figures.mwh(fill.offered(), time.duration()),
            Figures.mwh(accepted),
            Figures.price(zone.price()),
            cash.amount(),
            cash.currency().getCurrencyCode(),
            reason,
            1,
            status.code(),
            "simulated",
            carriedFrom,
            null);
    return new AwardLine(
        bid.organization(),
        award,
        bid.submissionId(),
        marginal.map(Settling::shown).orElse(null),
        Sentences.of(
                award,
                zone,
                fill,
                marginal.orElse(null),
                block.rules(),
                block.unconstrained() != null)
            + origin());
  }

  private String origin() {
    return carriedFrom == null
        ? ""
        : " The volume was carried over from " + carriedFrom + ", which left it unselected.";
  }

  static AwardReason reason(List<StepFill> steps) {
    if (has(steps, FillReason.CURTAILED_AT_LIMIT)) {
      return AwardReason.CURTAILED_AT_LIMIT;
    }
    if (has(steps, FillReason.AT_THE_MONEY)) {
      return AwardReason.AT_THE_MONEY;
    }
    boolean in = has(steps, FillReason.IN_THE_MONEY);
    boolean out = has(steps, FillReason.OUT_OF_THE_MONEY);
    return in && out
        ? AwardReason.PARTLY_IN_THE_MONEY
        : in ? AwardReason.IN_THE_MONEY : AwardReason.OUT_OF_THE_MONEY;
  }

  private static boolean has(List<StepFill> steps, FillReason reason) {
    return steps.stream().anyMatch(step -> step.reason() == reason);
  }

  /** The order nearest to the price, an own one first: a trader looks for himself. */
  private Optional<MarginalOrder> marginal() {
    long price = zone.price().tenThousandths();
    return zone.marginal().stream()
        .min(
            Comparator.<MarginalOrder>comparingLong(
                    order -> Math.abs(order.price().tenThousandths() - price))
                .thenComparing(order -> !OwnOrders.isOwn(order.orderId()))
                .thenComparing(order -> !order.zone().equals(zone.zone()))
                .thenComparing(MarginalOrder::orderId));
  }

  private static Marginal shown(MarginalOrder marginal) {
    String side = marginal.step() < 0 ? "border" : marginal.side().name().toLowerCase(Locale.ROOT);
    return new Marginal(marginal.zone(), Figures.price(marginal.price()), side);
  }
}
