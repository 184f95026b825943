package energy.optibid.settlement.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.gateway.ExchangeAwards;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionFloor;
import energy.optibid.market.AuctionState;
import energy.optibid.rules.Rules;
import energy.optibid.settlement.Statement;
import energy.optibid.settlement.domain.OutsideAwards;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The auctions of real markets that a final statement settles: those that delivered in its days, in
 * markets whose deviation is settled. Works in the caller's transaction.
 */
@ApplicationScoped
public class SettledAuctions {
  private final AuctionFloor floor;
  private final JdbcStatementStore store;
  private final ExchangeAwards awards;
  private final Rules rules;
  private final AuditTrail audit;

  @Inject
  public SettledAuctions(
      AuctionFloor floor,
      JdbcStatementStore store,
      ExchangeAwards awards,
      Rules rules,
      AuditTrail audit) {
    this.floor = floor;
    this.store = store;
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
   *     the statement was calculated
   */
  void settle(Statement statement) {
    if (statement.exchangeId() != null) {
      return;
    }
    List<Auction> covered =
        floor.heldOutside(statement.firstDay(), statement.lastDay()).stream()
            .filter(auction -> rules.deviationPack(auction.marketCode()).isPresent())
            .toList();
    // a result that is being read holds the gate, and is seen once it is written
    List<Auction> held =
        covered.stream().map(auction -> floor.hold(auction.id()).orElseThrow()).toList();
    Set<UUID> revised = revisedSince(statement);
    for (Auction auction : held) {
      if (revised.contains(auction.id())) {
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

  /** By what it was calculated from, not by clocks: those of two servers differ. */
  private Set<UUID> revisedSince(Statement statement) {
    return OutsideAwards.of(
            awards.ofDays(statement.firstDay(), statement.lastDay()), List.of(), asset -> true)
        .auctionsRevisedSince(store.keptAwards(statement.id()));
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
