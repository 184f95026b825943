package energy.optibid.book.domain;

import energy.optibid.assets.TechnicalLimits.Battery;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidSide;
import energy.optibid.book.domain.Offer.Claim;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whether a battery can hold what it is committed to, over the day in time order from its initial
 * state of charge.
 *
 * <p>Contracts and awards are certain. What is offered in an auction without a result is one plan:
 * it comes as a whole or not at all, and of the plans of several auctions any may come and any may
 * fail. The energy must stay within the limits in every such case. So a discharge may lean on a
 * charge offered in the same auction, where one set of prices decides about both; one that needs a
 * charge of another auction is refused until that is awarded. Of alternatives within a plan the
 * worst counts.
 *
 * <p>Energies are kept as what they would deliver, stored energy times the discharge efficiency:
 * that way no division is needed and every figure is exact.
 */
public final class StateOfCharge {
  private static final int DECIMALS = 3;

  private final Battery battery;
  private final int blocks;

  private StateOfCharge(Battery battery, int blocks) {
    this.battery = battery;
    this.blocks = blocks;
  }

  /** Least and most deliverable energy at the end of each block, MWh. */
  record Band(List<BigDecimal> least, List<BigDecimal> most) {}

  /**
   * The first block at whose end the bid would take the battery beyond its limits, where it makes
   * it no better than it was; at most one fault.
   *
   * @param others what the battery is committed to beside the bid
   */
  public static Optional<BidFault> fault(
      CandidateBid bid, Battery battery, List<Commitment> others) {
    StateOfCharge day = new StateOfCharge(battery, bid.grid().size());
    List<Commitment> all = new ArrayList<>(others);
    all.add(bid.commitment());
    Band without = day.band(others);
    Band with = day.band(all);
    BigDecimal floor = day.deliverable(battery.minimumStateOfCharge());
    BigDecimal ceiling = day.deliverable(battery.maximumStateOfCharge());
    for (int index = 0; index < day.blocks; index++) {
      BigDecimal least = with.least().get(index);
      BigDecimal most = with.most().get(index);
      if (least.compareTo(floor) < 0 && least.compareTo(without.least().get(index)) < 0) {
        return Optional.of(day.told(bid, index, least, floor, "less", "must keep"));
      }
      if (most.compareTo(ceiling) > 0 && most.compareTo(without.most().get(index)) > 0) {
        return Optional.of(day.told(bid, index, most, ceiling, "more", "may hold"));
      }
    }
    return Optional.empty();
  }

  /** What the battery may hold over the day. */
  static Band band(Battery battery, int blocks, List<Commitment> commitments) {
    return new StateOfCharge(battery, blocks).band(commitments);
  }

  private Band band(List<Commitment> commitments) {
    BigDecimal[] certain = nothing();
    Map<UUID, List<Commitment>> plans = new LinkedHashMap<>();
    for (Commitment commitment : commitments) {
      UUID auction = commitment.auctionId();
      if (commitment.kind().isFirm() || auction == null) {
        add(certain, cumulative(commitment, BigDecimal::min));
      } else {
        plans.computeIfAbsent(auction, id -> new ArrayList<>()).add(commitment);
      }
    }
    BigDecimal[] least = nothing();
    BigDecimal[] most = nothing();
    BigDecimal initial = deliverable(battery.initialStateOfCharge());
    for (int i = 0; i < blocks; i++) {
      least[i] = initial.add(certain[i]);
      most[i] = least[i];
    }
    for (List<Commitment> plan : plans.values()) {
      BigDecimal[] lowest = nothing();
      BigDecimal[] highest = nothing();
      for (Commitment commitment : plan) {
        add(lowest, cumulative(commitment, BigDecimal::min));
        add(highest, cumulative(commitment, BigDecimal::max));
      }
      for (int i = 0; i < blocks; i++) {
        least[i] = least[i].add(lowest[i].min(BigDecimal.ZERO));
        most[i] = most[i].add(highest[i].max(BigDecimal.ZERO));
      }
    }
    return new Band(List.of(least), List.of(most));
  }

  /** Deliverable energy a commitment has put in by the end of each block, the worst way. */
  private BigDecimal[] cumulative(Commitment commitment, BinaryOperator<BigDecimal> worse) {
    BigDecimal @Nullable [] worst = null;
    for (List<Claim> version : commitment.offer().versions()) {
      BigDecimal[] sum = nothing();
      for (Claim claim : version) {
        BigDecimal @Nullable [] ofClaim = null;
        for (PowerSeries alternative : claim.alternatives()) {
          ofClaim = worse(ofClaim, energy(alternative, commitment.side()), worse);
        }
        add(sum, ofClaim == null ? nothing() : ofClaim);
      }
      worst = worse(worst, sum, worse);
    }
    return worst == null ? nothing() : worst;
  }

  private BigDecimal[] energy(PowerSeries power, BidSide side) {
    BigDecimal perMegawatt =
        switch (side) {
          case SELL -> PowerSeries.HOURS.negate();
          case BUY ->
              PowerSeries.HOURS
                  .multiply(battery.chargeEfficiency())
                  .multiply(battery.dischargeEfficiency());
        };
    BigDecimal[] energies = nothing();
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < blocks; i++) {
      sum = sum.add(power.at(i).multiply(perMegawatt));
      energies[i] = sum;
    }
    return energies;
  }

  private static BigDecimal[] worse(
      BigDecimal @Nullable [] one, BigDecimal[] other, BinaryOperator<BigDecimal> worse) {
    if (one == null) {
      return other;
    }
    for (int i = 0; i < one.length; i++) {
      one[i] = worse.apply(one[i], other[i]);
    }
    return one;
  }

  private BigDecimal[] nothing() {
    BigDecimal[] nothing = new BigDecimal[blocks];
    Arrays.fill(nothing, BigDecimal.ZERO);
    return nothing;
  }

  private static void add(BigDecimal[] sum, BigDecimal[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = sum[i].add(more[i]);
    }
  }

  private BigDecimal deliverable(BigDecimal share) {
    return battery.energyCapacityMwh().multiply(share).multiply(battery.dischargeEfficiency());
  }

  private BidFault told(
      CandidateBid bid,
      int index,
      BigDecimal energy,
      BigDecimal limit,
      String comparison,
      String rule) {
    int block = bid.blockBy(index).orElseThrow();
    return BidFault.inBlock(
        bid.addresses().getOrDefault(block, "/blocks"),
        "state_of_charge",
        ("At the end of %s, %s would at worst hold %s MWh, %s than the %s MWh it %s. Offers of other"
                + " auctions count only where they make it worse.")
            .formatted(
                bid.grid().name(index),
                bid.asset().name(),
                stored(energy),
                comparison,
                stored(limit),
                rule),
        block);
  }

  /** As it is stored in the battery, rounded to kWh for the reader. */
  private String stored(BigDecimal deliverable) {
    return Overselling.plain(
        deliverable.divide(battery.dischargeEfficiency(), DECIMALS, RoundingMode.HALF_EVEN));
  }
}
