package energy.optibid.clearing.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.GridAssets;
import energy.optibid.assets.GridAssets.GridAsset;
import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.Award;
import energy.optibid.clearing.LinkOutcome;
import energy.optibid.clearing.domain.AwardLine;
import energy.optibid.clearing.domain.AwardStore;
import energy.optibid.clearing.domain.CarriedBid;
import energy.optibid.clearing.domain.Earlier;
import energy.optibid.clearing.domain.Earlier.Corridor;
import energy.optibid.clearing.domain.Energies;
import energy.optibid.clearing.domain.OwnOrders;
import energy.optibid.clearing.domain.RunStore;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.sequence.CarriedVolume;
import energy.optibid.engine.sequence.CorridorPriority.Taken;
import energy.optibid.engine.units.Power;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionFloor;
import energy.optibid.market.Markets;
import energy.optibid.rules.Rules;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an auction inherits from those of its exchange that clear before it on the same day, read
 * from their stored results; sees the bids that the caller's transaction may see.
 */
@ApplicationScoped
public class EarlierAuctions {
  private final Rules packs;
  private final AuctionFloor floor;
  private final RunStore runs;
  private final AwardStore awards;
  private final Bidding bidding;
  private final Markets markets;
  private final GridAssets assets;

  @Inject
  public EarlierAuctions(
      Rules packs,
      AuctionFloor floor,
      RunStore runs,
      AwardStore awards,
      Bidding bidding,
      Markets markets,
      GridAssets assets) {
    this.packs = packs;
    this.floor = floor;
    this.runs = runs;
    this.awards = awards;
    this.bidding = bidding;
    this.markets = markets;
    this.assets = assets;
  }

  /**
   * What is left for an auction.
   *
   * @throws ProblemException {@code conflict} while the auction before it has no result
   */
  Earlier before(Auction auction, AuctionRules rules) {
    Auction prior = prior(auction).orElse(null);
    if (prior == null) {
      return Earlier.NONE;
    }
    UUID priorRun = prior.latestRunId();
    if (priorRun == null) {
      throw new ProblemException(
          ProblemCode.CONFLICT,
          prior.marketCode()
              + " clears before "
              + auction.marketCode()
              + " and has no result yet.");
    }
    Earlier beforePrior = before(prior, packs.forDay(prior.marketCode(), prior.deliveryDay()));
    List<CarriedBid> offered = new ArrayList<>(beforePrior.carried());
    for (SubmittedBid bid : bidding.acknowledged(prior.id())) {
      if (bid.content().carryOver()) {
        offered.add(whole(bid, prior.marketCode()));
      }
    }
    return new Earlier(
        eligible(leftOf(offered, priorRun, prior), auction, rules), taken(prior, priorRun));
  }

  private Optional<Auction> prior(Auction auction) {
    UUID exchangeId = auction.exchangeId();
    if (exchangeId == null) {
      return Optional.empty();
    }
    return packs
        .before(auction.marketCode(), auction.deliveryDay())
        .flatMap(
            market ->
                floor.ofDay(exchangeId, auction.deliveryDay()).stream()
                    .filter(candidate -> candidate.marketCode().equals(market))
                    .findFirst());
  }

  private static CarriedBid whole(SubmittedBid bid, String market) {
    Map<Integer, CurveOrder> curves = new HashMap<>();
    for (BidBlock block : bid.content().blocks()) {
      OwnOrders.curve(bid, block.block()).ifPresent(curve -> curves.put(block.block(), curve));
    }
    return new CarriedBid(bid, market, curves);
  }

  private List<CarriedBid> leftOf(List<CarriedBid> offered, UUID runId, Auction auction) {
    if (offered.isEmpty()) {
      return List.of();
    }
    Map<UUID, Map<Integer, Power>> accepted = new HashMap<>();
    for (AwardLine line : awards.ofRun(runId)) {
      Award award = line.award();
      if (award.blockOrder() != null) {
        continue; // only curves go on
      }
      accepted
          .computeIfAbsent(award.bidId(), bid -> new HashMap<>())
          .put(award.block(), Energies.power(award.acceptedMwh(), length(auction)));
    }
    List<CarriedBid> left = new ArrayList<>();
    for (CarriedBid bid : offered) {
      Map<Integer, CurveOrder> curves = new HashMap<>();
      Map<Integer, Power> given = accepted.getOrDefault(bid.bid().bidId(), Map.of());
      bid.curves()
          .forEach(
              (block, curve) ->
                  CarriedVolume.of(curve, given.getOrDefault(block, Power.ZERO))
                      .ifPresent(rest -> curves.put(block, rest)));
      if (!curves.isEmpty()) {
        left.add(new CarriedBid(bid.bid(), bid.fromMarket(), curves));
      }
    }
    return left;
  }

  /** Purchases go on anyhow; sales only where the next market takes what stands behind them. */
  private List<CarriedBid> eligible(List<CarriedBid> bids, Auction auction, AuctionRules rules) {
    Set<UUID> sellers =
        bids.stream()
            .filter(bid -> bid.bid().content().side() == BidSide.SELL)
            .map(bid -> bid.bid().content().assetId())
            .collect(Collectors.toSet());
    if (sellers.isEmpty() || rules.permitsEverySale()) {
      return bids;
    }
    String grid = markets.find(auction.marketCode()).orElseThrow().grid();
    Map<UUID, Asset> byId =
        assets.of(grid, Set.of(), sellers).stream()
            .map(GridAsset::asset)
            .collect(Collectors.toMap(Asset::id, Function.identity()));
    return bids.stream()
        .filter(
            bid ->
                bid.bid().content().side() == BidSide.BUY
                    || Optional.ofNullable(byId.get(bid.bid().content().assetId()))
                        .flatMap(Asset::technology)
                        .filter(rules.eligibleSellers()::contains)
                        .isPresent())
        .toList();
  }

  private Map<Integer, Map<Corridor, Taken>> taken(Auction auction, UUID runId) {
    Map<Integer, Map<Corridor, Taken>> taken = new HashMap<>();
    for (LinkOutcome link : runs.links(runId)) {
      Corridor corridor = new Corridor(link.from(), link.to());
      for (int i = 0; i < link.flowMwh().size(); i++) {
        Taken before =
            new Taken(
                Energies.power(link.forwardTakenMwh().get(i), length(auction)),
                Energies.power(link.reverseTakenMwh().get(i), length(auction)));
        taken
            .computeIfAbsent(auction.firstBlock() + i, block -> new HashMap<>())
            .put(corridor, before.and(Energies.power(link.flowMwh().get(i), length(auction))));
      }
    }
    return taken;
  }

  private static Duration length(Auction auction) {
    return Duration.ofMinutes(auction.blockMinutes());
  }
}
