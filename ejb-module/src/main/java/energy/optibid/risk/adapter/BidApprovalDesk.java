package energy.optibid.risk.adapter;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidVersionView;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.market.Auction;
import energy.optibid.market.Auctions;
import energy.optibid.market.Prices;
import energy.optibid.risk.ApprovalPolicies;
import energy.optibid.risk.BidApproval;
import energy.optibid.risk.BidApproval.ExpectedValue;
import energy.optibid.risk.BidApproval.LimitEffect;
import energy.optibid.risk.BidApprovals;
import energy.optibid.risk.RiskLimit;
import energy.optibid.risk.domain.Exposure;
import energy.optibid.risk.domain.KnownValue;
import energy.optibid.risk.domain.LimitEffects;
import energy.optibid.risk.domain.Usage;
import energy.optibid.rules.Rules;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what an approver should know. */
@ApplicationScoped
@Typed(BidApprovals.class)
@InTransaction
public class BidApprovalDesk implements BidApprovals {
  private final TenantConnections connections;
  private final Bidding bidding;
  private final Auctions auctions;
  private final ApprovalPolicies policies;
  private final Exposures exposures;
  private final Rules rules;
  private final LatestPrices latest;

  @Inject
  public BidApprovalDesk(
      TenantConnections connections,
      Bidding bidding,
      Auctions auctions,
      Prices prices,
      ApprovalPolicies policies,
      Exposures exposures,
      Rules rules) {
    this.connections = connections;
    this.bidding = bidding;
    this.auctions = auctions;
    this.policies = policies;
    this.exposures = exposures;
    this.rules = rules;
    this.latest = new LatestPrices(auctions, prices);
  }

  @Override
  public BidApproval of(UUID bidId) {
    BidView bid = bidding.require(bidId);
    Auction auction = auctions.require(bid.auctionId());
    List<BidVersionView> versions = bidding.versions(bidId);
    BidVersionView version = versions.get(versions.size() - 1);
    BidContent content = bid.content();
    Exposure exposure =
        exposures.weigh(bidId, version.versionNumber(), version.createdBy(), content, auction);
    Integer compared = comparedWith(bid);
    return new BidApproval(
        bidId,
        bid.state(),
        version.versionNumber(),
        version.createdBy(),
        nameOf(version.createdBy()),
        version.createdAt(),
        policies.get().asksSomebody() && version.createdBy().equals(Tenancy.require().userId()),
        compared,
        compared == null ? null : bidding.diff(bidId, compared, version.versionNumber()),
        Usage.plain(exposure.volume()),
        Usage.plain(exposure.value()),
        auction.currency(),
        effects(exposure, content, auction),
        expected(content, auction));
  }

  /** What the venue holds, else what was approved last; null where the version is the first. */
  private static @Nullable Integer comparedWith(BidView bid) {
    BidView.AtVenueView held = bid.atVenue();
    BidView.SubmissionView submitted = bid.submission();
    Integer version =
        held != null
            ? Integer.valueOf(held.versionNumber())
            : submitted != null ? Integer.valueOf(submitted.versionNumber()) : null;
    return version == null || version >= bid.versionNumber() ? null : version;
  }

  private List<LimitEffect> effects(Exposure exposure, BidContent content, Auction auction) {
    List<RiskLimit> limits =
        connections
            .withConnection(connection -> LimitRows.inForce(connection, auction.deliveryDay()))
            .stream()
            .filter(limit -> Usage.measures(limit, exposure))
            .toList();
    if (limits.isEmpty()) {
      return List.of();
    }
    List<Exposure> standing =
        exposures.standing(Exposures.world(auction), auction.deliveryDay(), limits);
    return limits.stream()
        .map(limit -> LimitEffects.of(limit, standing, exposure, content))
        .toList();
  }

  private @Nullable ExpectedValue expected(BidContent content, Auction auction) {
    Set<Integer> blocks =
        content.blocks().stream().map(BidBlock::block).collect(Collectors.toSet());
    LatestPrices.Found found = latest.of(auction, content.areaCode(), blocks);
    if (found.byBlock().isEmpty()) {
      return null;
    }
    return new ExpectedValue(
        KnownValue.of(
            content,
            auction.blockMinutes(),
            rules.forDay(auction.marketCode(), auction.deliveryDay()).curveKind(),
            found.byBlock()),
        found.byBlock().size(),
        blocks.size() - found.byBlock().size(),
        found.sources());
  }

  private String nameOf(UUID user) {
    return connections
        .withConnection(
            connection ->
                Sql.first(
                    connection,
                    "select display_name from app_user where id = ?",
                    row -> row.getString(1),
                    user))
        .orElse("");
  }
}
