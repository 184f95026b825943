package energy.optibid.bidding.adapter;

import energy.optibid.bidding.BidStanding;
import energy.optibid.bidding.BidStandings;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Counts in the tables {@code bid} and {@code submission}; works in the caller's transaction. */
@ApplicationScoped
@Typed(BidStandings.class)
public class StoredBidStandings implements BidStandings {
  private final TenantConnections connections;

  @Inject
  public StoredBidStandings(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public Map<UUID, BidStanding> of(Collection<UUID> auctionIds) {
    Map<UUID, BidStanding> standings = new HashMap<>();
    connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select b.auction_id, count(*) as bids,
                       count(*) filter (where s.id is null) as not_submitted,
                       count(*) filter (where s.state in ('queued', 'sent', 'withdraw_requested'))
                         as on_the_way,
                       count(*) filter (where s.state = 'in_doubt') as in_doubt,
                       count(*) filter (where s.state = 'refused') as refused,
                       count(*) filter (where s.state = 'acknowledged') as acknowledged
                  from bid b left join submission s on s.id = b.submission_id
                 where b.auction_id = any (?)
                   and (b.state <> 'withdrawn' or exists (select 1 from submission h
                     where h.bid_id = b.id and h.state in ('acknowledged', 'withdraw_requested')))
                 group by b.auction_id
                """,
                row ->
                    standings.put(
                        row.getObject("auction_id", UUID.class),
                        new BidStanding(
                            row.getInt("bids"),
                            row.getInt("not_submitted"),
                            row.getInt("on_the_way"),
                            row.getInt("in_doubt"),
                            row.getInt("refused"),
                            row.getInt("acknowledged"))),
                connection.createArrayOf("uuid", auctionIds.toArray())));
    return standings;
  }
}
