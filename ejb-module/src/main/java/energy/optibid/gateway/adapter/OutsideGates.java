package energy.optibid.gateway.adapter;

import static energy.optibid.gateway.adapter.JdbcMessageStore.utc;

import energy.optibid.market.AuctionFloor;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Opens and closes the gates of auctions held outside, by the real time. */
@ApplicationScoped
public class OutsideGates {
  private final PlatformTransactions platform;
  private final Transactions transactions;
  private final TenantConnections connections;
  private final AuctionFloor floor;
  private final Clock clock;

  @Inject
  public OutsideGates(
      PlatformTransactions platform,
      Transactions transactions,
      TenantConnections connections,
      AuctionFloor floor,
      Clock clock) {
    this.platform = platform;
    this.transactions = transactions;
    this.connections = connections;
    this.floor = floor;
    this.clock = clock;
  }

  private record Due(UUID auction, UUID organization, boolean opens) {}

  /** Moves every gate whose time has come, each in a transaction of its organisation. */
  public void moveDue() {
    Instant now = clock.instant();
    List<Due> due =
        platform.call(
            () ->
                connections.withConnection(
                    connection ->
                        Sql.rows(
                            connection,
                            """
                            select id, organization_id, state = 'scheduled' from auction
                             where clock = 'wall' and exchange_id is null and import_id is null
                               and organization_id is not null
                               and (state = 'scheduled' and gate_opens_at <= ?
                                 or state = 'open' and gate_closes_at <= ?)
                             order by gate_closes_at limit 100""",
                            row ->
                                new Due(
                                    row.getObject(1, UUID.class),
                                    row.getObject(2, UUID.class),
                                    row.getBoolean(3)),
                            utc(now),
                            utc(now))));
    for (Due gate : due) {
      Tenancy.runAs(
          Tenancy.jobCaller(new OrganizationId(gate.organization()), Tenancy.NOBODY),
          () -> move(gate));
    }
  }

  private void move(Due gate) {
    try {
      var ignored =
          transactions.call(
              () -> gate.opens() ? floor.open(gate.auction()) : floor.close(gate.auction()));
    } catch (ProblemException moved) {
      if (moved.code() != ProblemCode.ILLEGAL_TRANSITION) {
        throw moved;
      }
      // another server was first
    }
  }
}
