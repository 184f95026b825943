package energy.optibid.clearing.domain;

import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.Award;
import energy.optibid.clearing.AwardReason;
import energy.optibid.clearing.BlockOrderOutcome;
import energy.optibid.clearing.BlockResult;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.units.Energy;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import energy.optibid.shared.Ids;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What the block orders of one bid get, in each of their blocks, and why. */
final class BlockOrderSettling {
  private final UUID runId;
  private final ClearedAuction day;
  private final SubmittedBid bid;
  private final AwardStatus status;
  private final String currency;

  BlockOrderSettling(UUID runId, ClearedAuction day, SubmittedBid bid, AwardStatus status) {
    this.runId = runId;
    this.day = day;
    this.bid = bid;
    this.status = status;
    this.currency = day.problem().rules().currency().getCurrencyCode();
  }

  /** One per block order. */
  List<BlockOrderOutcome> outcomes() {
    return bid.content().blockOrders().stream()
        .map(order -> outcome(result(order), order))
        .toList();
  }

  /** One per block order and block; of a placed flexible order the one of its place. */
  List<AwardLine> awards() {
    List<AwardLine> awards = new ArrayList<>();
    for (BidBlockOrder order : bid.content().blockOrders()) {
      List<BlockOrder> engine = OwnBlocks.of(bid, order, day.firstBlock());
      boolean placed = engine.stream().anyMatch(block -> isAccepted(of(block)));
      for (BlockOrder block : engine) {
        if (isAccepted(of(block)) || !placed) {
          BlockResult result = BlockResults.of(day.problem(), block, of(block));
          block
              .quantities()
              .forEach(
                  (period, offered) -> awards.add(award(order, block, result, period, offered)));
        }
      }
    }
    return awards;
  }

  /** Of a flexible order where it was placed, or where it came nearest to it. */
  private BlockResult result(BidBlockOrder order) {
    BlockOrder chosen = OwnBlocks.placed(OwnBlocks.of(bid, order, day.firstBlock()), this::of);
    return BlockResults.of(day.problem(), chosen, of(chosen));
  }

  private BlockOutcome of(BlockOrder block) {
    return day.result().block(block.id());
  }

  private static boolean isAccepted(BlockOutcome outcome) {
    return outcome.decision() == BlockDecision.ACCEPTED;
  }

  private BlockOrderOutcome outcome(BlockResult result, BidBlockOrder order) {
    return new BlockOrderOutcome(
        runId,
        bid.bidId(),
        order.id(),
        result.area(),
        result.side(),
        result.price(),
        result.decision(),
        result.ratio(),
        result.offeredMwh(),
        result.acceptedMwh(),
        result.surplus(),
        result.averagePrice(),
        result.distance(),
        currency,
        result.sentence());
  }

  private AwardLine award(
      BidBlockOrder order, BlockOrder block, BlockResult result, int period, Power offered) {
    AuctionPeriod here = day.problem().periods().get(period - 1);
    Duration duration = here.block().duration();
    Energy accepted =
        Objects.requireNonNullElse(of(block).accepted().get(period), Power.ZERO).during(duration);
    Price price = day.result().period(period).zone(block.zone()).price();
    BidSide side = bid.content().side();
    Money value = Money.of(price, accepted, day.problem().rules().currency());
    Money cash = (side == BidSide.SELL ? value : value.negated()).rounded();
    Award award =
        new Award(
            Ids.next(),
            runId,
            bid.bidId(),
            bid.content().assetId(),
            block.zone(),
            day.firstBlock() + period - 1,
            here.block().start().atOffset(ZoneOffset.UTC),
            side,
            Figures.mwh(offered, duration),
            Figures.mwh(accepted),
            Figures.price(price),
            cash.amount(),
            currency,
            reason(result),
            1,
            status.code(),
            "simulated",
            null,
            order.id());
    return new AwardLine(bid.organization(), award, bid.submissionId(), null, result.sentence());
  }

  private static AwardReason reason(BlockResult result) {
    return switch (result.decision()) {
      case ACCEPTED ->
          result.ratio().compareTo(BigDecimal.ONE) == 0
              ? AwardReason.IN_THE_MONEY
              : AwardReason.PARTLY_ACCEPTED;
      case OUT_OF_THE_MONEY -> AwardReason.OUT_OF_THE_MONEY;
      case PARADOXICALLY_REJECTED -> AwardReason.PARADOXICALLY_REJECTED;
      case PARENT_REJECTED -> AwardReason.PARENT_REJECTED;
      case GROUP_USED_UP -> AwardReason.GROUP_USED_UP;
    };
  }
}
