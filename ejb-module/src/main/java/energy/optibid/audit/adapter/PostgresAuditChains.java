package energy.optibid.audit.adapter;

import energy.optibid.audit.AuditChains;
import energy.optibid.audit.ChainState;
import energy.optibid.audit.ChainState.Verification;
import energy.optibid.engine.audit.BrokenLink;
import energy.optibid.engine.audit.ChainCheck;
import energy.optibid.engine.audit.ChainedEntry;
import energy.optibid.shared.Ids;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SystemConnections;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the chain on the database's cursor. What waits for its seal only the system role sees.
 */
@ApplicationScoped
@Typed(AuditChains.class)
public class PostgresAuditChains implements AuditChains {
  private static final int PIECE = 1_000;

  private final TenantConnections connections;
  private final SystemConnections platform;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  public PostgresAuditChains(
      TenantConnections connections,
      SystemConnections platform,
      Transactions transactions,
      Clock clock) {
    this.connections = connections;
    this.platform = platform;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public ChainState state() {
    return state(Tenancy.require().organization());
  }

  private ChainState state(OrganizationId organization) {
    long waiting =
        platform.inTransaction(
            connection ->
                Sql.first(
                        connection,
                        "select count(*) from audit_unsealed where organization_id = ?",
                        row -> row.getLong(1),
                        organization.value())
                    .orElse(0L));
    return transactions.call(
        () ->
            connections.withConnection(
                connection -> {
                  Verification verification = lastVerification(connection).orElse(null);
                  return head(connection)
                      .map(
                          head ->
                              new ChainState(
                                  head.number(), head.hash(), head.at(), waiting, verification))
                      .orElse(new ChainState(0, null, null, waiting, verification));
                }));
  }

  @Override
  public ChainState verify() {
    OrganizationId organization = Tenancy.require().organization();
    Optional<BrokenLink> neverSealed = neverSealed(organization);
    transactions.call(
        () ->
            connections.withConnection(
                connection -> {
                  ChainCheck check = ChainCheck.whole();
                  Optional<BrokenLink> broken = follow(connection, check).or(() -> neverSealed);
                  long upTo = check.last().map(ChainedEntry::number).orElse(0L);
                  return keep(connection, organization, upTo, broken.orElse(null));
                }));
    return state(organization);
  }

  private static Optional<BrokenLink> follow(Connection connection, ChainCheck check)
      throws SQLException {
    // the head first: what is sealed meanwhile is not looked at
    Head head = head(connection).orElse(new Head(0, ChainedEntry.GENESIS, Instant.EPOCH));
    try (var query =
        connection.prepareStatement(
            "select %s, %s from audit_seal s left join audit_entry e on e.id = s.entry_id where s.organization_id = current_organization() and s.number <= ? order by s.number"
                .formatted(AuditRows.ENTRY, AuditRows.SEAL))) {
      query.setLong(1, head.number());
      query.setFetchSize(PIECE);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          long number = row.getLong("number");
          if (row.getString("id") == null) {
            return Optional.of(
                new BrokenLink(
                    number, BrokenLink.Kind.MISSING, "Entry #" + number + " was taken away."));
          }
          Optional<BrokenLink> broken = check.next(AuditRows.chained(row));
          if (broken.isPresent()) {
            return broken;
          }
        }
      }
    }
    return check.end(head.number(), head.hash());
  }

  /** An entry that neither has a seal nor waits for one: somebody took it out of the chain. */
  private Optional<BrokenLink> neverSealed(OrganizationId organization) {
    return platform.inTransaction(
        connection ->
            Sql.first(
                connection,
                """
                select e.id from audit_entry e where e.organization_id = ?
                  and not exists (select 1 from audit_seal s where s.entry_id = e.id)
                  and not exists (select 1 from audit_unsealed w where w.entry_id = e.id)
                order by e.id limit 1""",
                row ->
                    new BrokenLink(
                        0,
                        BrokenLink.Kind.UNSEALED,
                        "Entry %s has no seal and waits for none.".formatted(row.getString(1))),
                organization.value()));
  }

  private int keep(
      Connection connection, OrganizationId organization, long upTo, @Nullable BrokenLink broken)
      throws SQLException {
    return Sql.change(
        connection,
        """
        insert into audit_verification
          (id, organization_id, at, checked_up_to, broken_at, problem)
        values (?, ?, ?, ?, ?::bigint, ?)""",
        Ids.next(),
        organization.value(),
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
        upTo,
        broken == null ? null : broken.number(),
        broken == null ? null : broken.sentence());
  }

  private static Optional<Head> head(Connection connection) throws SQLException {
    return Sql.first(
        connection,
        """
        select number, hash, sealed_at from audit_head
        where organization_id = current_organization()""",
        row ->
            new Head(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant()));
  }

  private static Optional<Verification> lastVerification(Connection connection)
      throws SQLException {
    return Sql.first(
        connection,
        """
        select at, checked_up_to, broken_at, problem from audit_verification
        where organization_id = current_organization() order by id desc limit 1""",
        row ->
            new Verification(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getLong(2),
                row.getObject(3, Long.class),
                row.getString(4)));
  }

  private record Head(long number, String hash, Instant at) {}
}
