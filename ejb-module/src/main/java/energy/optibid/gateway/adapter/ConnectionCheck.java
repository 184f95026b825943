package energy.optibid.gateway.adapter;

import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.SubmissionCandidate;
import energy.optibid.bidding.SubmissionCheck;
import energy.optibid.gateway.domain.ConnectionSettings;
import energy.optibid.gateway.domain.ConnectionStore;
import energy.optibid.market.Auction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A bid in a real market needs a way to its exchange. */
@ApplicationScoped
public class ConnectionCheck implements SubmissionCheck {
  private final ConnectionStore connections;

  @Inject
  public ConnectionCheck(ConnectionStore connections) {
    this.connections = connections;
  }

  @Override
  public List<BidFault> faults(SubmissionCandidate candidate) {
    Auction auction = candidate.auction();
    if (!auction.isHeldOutside()) {
      return List.of();
    }
    String operator = connections.operatorOf(auction.marketCode());
    String name = operator.toUpperCase(Locale.ROOT);
    Optional<ConnectionSettings> connection = connections.toOperator(operator);
    if (connection.isEmpty()) {
      return List.of(
          BidFault.at(
              "/auctionId", "no_connection", "There is no connection to " + name + ": add one."));
    }
    if (!connection.get().enabled()) {
      return List.of(
          BidFault.at(
              "/auctionId", "no_connection", "The connection to " + name + " is switched off."));
    }
    return List.of();
  }
}
