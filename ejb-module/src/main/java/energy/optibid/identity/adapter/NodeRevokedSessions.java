package energy.optibid.identity.adapter;

import static energy.optibid.identity.adapter.PostgresAccounts.utc;

import energy.optibid.identity.RevokedSessions;
import energy.optibid.identity.domain.SessionRevocations;
import energy.optibid.identity.domain.SessionRules;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SystemConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The sessions revoked within the life of an access token, by id. A session ended on this node is
 * known here at once; of others the database tells, and Redis where it is on.
 */
@ApplicationScoped
@Typed({RevokedSessions.class, SessionRevocations.class, NodeRevokedSessions.class})
public class NodeRevokedSessions implements RevokedSessions, SessionRevocations {
  private static final Logger LOG = Logger.getLogger(NodeRevokedSessions.class.getName());

  /** Nodes' clocks differ a little, and the server allows expired tokens some seconds. */
  private static final Duration REMEMBERED =
      SessionRules.ACCESS_LIFETIME.plus(Duration.ofMinutes(2));

  private final SystemConnections connections;
  private final Clock clock;
  private final Map<UUID, Instant> revoked = new ConcurrentHashMap<>();
  private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();
  private volatile Consumer<UUID> others = session -> {};

  @Inject
  public NodeRevokedSessions(SystemConnections connections, Clock clock) {
    this.connections = connections;
    this.clock = clock;
  }

  @Override
  public boolean isRevoked(@Nullable UUID session) {
    return session != null && revoked.containsKey(session);
  }

  @Override
  public Subscription onRevoked(Consumer<UUID> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void revoked(UUID session, Instant at) {
    add(session, at);
    others.accept(session);
  }

  /** Word from another node. */
  void heard(UUID session) {
    add(session, clock.instant());
  }

  /** How other nodes are told beside the database's own signal; returns at once. */
  void tellOthersBy(Consumer<UUID> way) {
    others = way;
  }

  /** Reads what the database has and forgets what no token can name any more. */
  void reload() {
    Instant from = clock.instant().minus(REMEMBERED);
    List<Row> rows =
        connections.inTransaction(
            connection ->
                Sql.rows(
                    connection,
                    "select id, revoked_at from session where revoked_at > ?",
                    row ->
                        new Row(
                            row.getObject(1, UUID.class),
                            row.getObject(2, OffsetDateTime.class).toInstant()),
                    utc(from)));
    rows.forEach(row -> add(row.session(), row.at()));
    revoked.values().removeIf(at -> at.isBefore(from));
  }

  private void add(UUID session, Instant at) {
    if (revoked.putIfAbsent(session, at) != null) {
      return;
    }
    for (Consumer<UUID> listener : listeners) {
      try {
        listener.accept(session);
      } catch (RuntimeException e) {
        // one listener's failure must not keep the news from the others
        LOG.log(Level.WARNING, "a listener failed on a revoked session", e);
      }
    }
  }

  private record Row(UUID session, Instant at) {}
}
