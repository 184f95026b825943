package energy.optibid.risk.adapter;

import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.SubmissionCandidate;
import energy.optibid.bidding.SubmissionCandidate.Step;
import energy.optibid.bidding.SubmissionCheck;
import energy.optibid.market.Auction;
import energy.optibid.outbox.Outbox;
import energy.optibid.risk.ApprovalPolicies;
import energy.optibid.risk.BidApproval.LimitEffect;
import energy.optibid.risk.RiskLimit;
import energy.optibid.risk.domain.Exposure;
import energy.optibid.risk.domain.FourEyes;
import energy.optibid.risk.domain.LimitEffects;
import energy.optibid.risk.domain.Usage;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Limits and the second pair of eyes, asked in the submitting transaction. What goes to its venue
 * leaves its exposure here, and the event of a limit it takes across a mark.
 */
@ApplicationScoped
@Typed(SubmissionCheck.class)
public class RiskCheck implements SubmissionCheck {
  private static final String CHANNEL = "limits";

  private final TenantConnections connections;
  private final ApprovalPolicies policies;
  private final Exposures exposures;
  private final Outbox outbox;

  @Inject
  public RiskCheck(
      TenantConnections connections,
      ApprovalPolicies policies,
      Exposures exposures,
      Outbox outbox) {
    this.connections = connections;
    this.policies = policies;
    this.exposures = exposures;
    this.outbox = outbox;
  }

  @Override
  public List<BidFault> faults(SubmissionCandidate candidate) {
    Auction auction = candidate.auction();
    Exposure exposure =
        exposures.weigh(
            candidate.bidId(),
            candidate.versionNumber(),
            candidate.writtenBy(),
            candidate.content(),
            auction);
    List<BidFault> faults = new ArrayList<>(FourEyes.faults(policies.get(), candidate, exposure));
    List<RiskLimit> limits =
        connections
            .withConnection(connection -> LimitRows.inForce(connection, auction.deliveryDay()))
            .stream()
            .filter(limit -> Usage.measures(limit, exposure))
            .toList();
    List<LimitEffect> effects = new ArrayList<>();
    if (!limits.isEmpty()) {
      List<Exposure> standing =
          exposures.standing(Exposures.world(auction), auction.deliveryDay(), limits);
      for (RiskLimit limit : limits) {
        LimitEffect effect = LimitEffects.of(limit, standing, exposure, candidate.content());
        effects.add(effect);
        faults.addAll(LimitEffects.faults(effect, standing, exposure, candidate.content()));
      }
    }
    if (faults.isEmpty() && candidate.step() != Step.REQUEST_APPROVAL) {
      exposures.keep(exposure, auction);
      effects.forEach(effect -> tell(effect, candidate));
    }
    return faults;
  }

  private void tell(LimitEffect effect, SubmissionCandidate candidate) {
    BigDecimal percent = effect.percentAfter();
    if (LimitEffects.crossed(effect) != null && percent != null) {
      outbox.append(used(effect.limit(), percent, candidate));
    }
  }

  private static DomainEvent used(
      RiskLimit limit, BigDecimal percent, SubmissionCandidate candidate) {
    return new DomainEvent(
        CHANNEL,
        Tenancy.require().organization(),
        "limit_usage",
        Ids.next(),
        1,
        "limit.used",
        Json.createObjectBuilder()
            .add("limitId", limit.id().toString())
            .add("limitName", limit.name())
            .add("usedPercent", percent)
            .add("auctionId", candidate.auction().id().toString())
            .add("bidId", candidate.bidId().toString())
            .build());
  }
}
