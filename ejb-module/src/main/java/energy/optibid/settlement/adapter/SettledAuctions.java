package energy.optibid.settlement.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.gateway.ExchangeAwards;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionFloor;
import energy.optibid.market.AuctionState;
import energy.optibid.rules.Rules;
import energy.optibid.settlement.Statement;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.List;

/**
 * The auctions of real markets that a final statement settles: those that delivered in its days, in
 * markets whose deviation is settled. Works in the caller's transaction.
 */
@ApplicationScoped
public class SettledAuctions {
  private final AuctionFloor floor;
  private final ExchangeAwards awards;
  private final Rules rules;
  private final AuditTrail audit;

  @Inject
  public SettledAuctions(AuctionFloor floor, ExchangeAwards awards, Rules rules, AuditTrail audit) {
    this.floor = floor;
    this.awards = awards;
    this.rules = rules;
    this.audit = audit;
  }

  /**
   * Settles what a statement of real markets covers; an auction without a result stays as it is, as
   * does one that an earlier statement settled. Auctions of a simulated exchange are settled by its
   * own calendar.
   *
   * @throws ProblemException {@code illegal_transition} if an exchange has awarded otherwise since
   *     the statement was asked for
   */
  void settle(Statement statement) {
    if (statement.exchangeId() != null) {
      return;
    }
    List<Auction> covered =
        floor.heldOutside(statement.firstDay(), statement.lastDay()).stream()
            .filter(auction -> rules.deviationPack(auction.marketCode()).isPresent())
            .toList();
    for (Auction seen : covered) {
      // a result that is being read holds the gate, and is seen once it is written
      Auction auction = floor.hold(seen.id()).orElseThrow();
      if (awards.isRevisedSince(auction.id(), statement.createdAt().toInstant())) {
        throw new ProblemException(
            ProblemCode.ILLEGAL_TRANSITION,
            "The exchange has revised its result of "
                + auction.marketCode()
                + " for "
                + auction.deliveryDay()
                + " since; calculate the statement again.");
      }
      if (auction.state() == AuctionState.PUBLISHED) {
        record(floor.settle(auction.id()), statement);
      }
    }
  }

  private void record(Auction auction, Statement statement) {
    audit.record(
        "auction.settled",
        "auction",
        auction.id(),
        Json.createObjectBuilder()
            .add("marketCode", auction.marketCode())
            .add("deliveryDay", auction.deliveryDay().toString())
            .add("session", auction.session())
            .add("state", auction.state().code())
            .add("statementId", statement.id().toString())
            .add("statementRevision", statement.revision())
            .build());
  }
}
