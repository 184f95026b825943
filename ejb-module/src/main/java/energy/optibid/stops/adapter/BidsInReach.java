package energy.optibid.stops.adapter;

import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import energy.optibid.stops.StopScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The caller's bids that are, or may be, at a venue and have not been cleared: what a stop is
 * about.
 */
@ApplicationScoped
public class BidsInReach {
  private static final String IN_SCOPE =
      """
      from submission s
        join bid_version v on v.bid_id = s.bid_id and v.number = s.version_number
        join auction a on a.id = s.auction_id
        left join exchange x on x.id = a.exchange_id
      where s.organization_id = current_organization() and a.state in ('open', 'closed')
        and x.ended_at is null
        and s.state in ('queued', 'sent', 'in_doubt', 'acknowledged', 'withdraw_requested')
        and (? = 'organization'
          or ? = 'asset' and v.asset_id = ?::uuid
          or ? = 'trader' and ?::uuid in (v.created_by, s.submitted_by))""";

  private static final String GATE_OPEN =
      "(a.state = 'open' and not (a.clock = 'wall' and a.gate_closes_at <= now()))";

  private final TenantConnections connections;

  @Inject
  public BidsInReach(TenantConnections connections) {
    this.connections = connections;
  }

  /**
   * How many bids there are.
   *
   * @param gateOpen those that can be had back
   * @param gateClosed those that take part
   */
  record Count(int gateOpen, int gateClosed) {}

  /** A bid and where it is. */
  record Placed(UUID bidId, UUID auctionId) {}

  Count count(StopScope scope, @Nullable UUID subject) {
    return connections
        .withConnection(
            connection ->
                Sql.first(
                    connection,
                    "select count(distinct s.bid_id) filter (where "
                        + GATE_OPEN
                        + "), count(distinct s.bid_id) filter (where not "
                        + GATE_OPEN
                        + ") "
                        + IN_SCOPE,
                    row -> new Count(row.getInt(1), row.getInt(2)),
                    scope(scope, subject)))
        .orElseThrow();
  }

  /** Those of which a stop has not noted yet what became of them, the oldest first. */
  List<Placed> unnoted(UUID stopId, StopScope scope, @Nullable UUID subject) {
    Object[] values = scope(scope, subject);
    Object[] all = new Object[values.length + 1];
    System.arraycopy(values, 0, all, 0, values.length);
    all[values.length] = stopId;
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                "select distinct s.bid_id, s.auction_id "
                    + IN_SCOPE
                    + """
                       and not exists (select 1 from trading_stop_bid n
                        where n.stop_id = ? and n.bid_id = s.bid_id)
                      order by s.bid_id""",
                row ->
                    new Placed(
                        row.getObject("bid_id", UUID.class),
                        row.getObject("auction_id", UUID.class)),
                all));
  }

  private static @Nullable Object[] scope(StopScope scope, @Nullable UUID subject) {
    String code = scope.code();
    return new @Nullable Object[] {code, code, subject, code, subject};
  }
}
