package energy.optibid.audit.adapter;

import energy.optibid.engine.audit.ChainedEntry;
import energy.optibid.engine.audit.RecordedChange;
import energy.optibid.shared.DirectConnections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives committed entries their place in their organisation's chain. One node does it at a time, by
 * an advisory lock of the very connection that seals, in short transactions that writers never wait
 * for. An entry is taken only when no transaction older than its own is still running, so that the
 * chain's order is that of commits and an entry that commits late is never skipped.
 */
public final class AuditSealer implements Runnable {
  private static final Logger LOG = Logger.getLogger(AuditSealer.class.getName());
  private static final long LEADER_LOCK = 0x6f7074_7365616cL;
  private static final int BATCH = 200;
  private static final Duration IDLE = Duration.ofSeconds(1);

  private final DirectConnections connections;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable Connection current;

  public AuditSealer(DirectConnections connections) {
    this.connections = connections;
  }

  @Override
  public void run() {
    while (stopping.getCount() > 0) {
      try (Connection connection = connections.open()) {
        current = connection;
        serve(connection);
      } catch (SQLException e) {
        if (stopping.getCount() > 0) {
          LOG.log(Level.WARNING, "the audit sealer lost the database, trying again", e);
        }
      } catch (IllegalArgumentException e) {
        // must not end the thread; the entry stays first in line, and the state of the chain counts
        // it
        LOG.log(Level.SEVERE, "an audit entry cannot be sealed", e);
      } finally {
        current = null;
      }
      pause();
    }
  }

  /** Ends the thread within a moment, also when it waits for the network. */
  public void stop() {
    stopping.countDown();
    Connection connection = current;
    if (connection != null) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        LOG.log(Level.FINE, "connection was gone already", e);
      }
    }
  }

  private void serve(Connection connection) throws SQLException {
    while (stopping.getCount() > 0) {
      sealAll(connection);
      pause();
    }
  }

  private void pause() {
    try {
      if (stopping.await(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(Level.FINE, "stopping");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }

  /**
   * Seals what is ready, if this connection leads or can.
   *
   * @return how many entries were sealed
   */
  static int sealAll(Connection connection) throws SQLException {
    if (!leads(connection)) {
      return 0;
    }
    int all = 0;
    int sealed;
    do {
      sealed = sealBatch(connection);
      all += sealed;
    } while (sealed == BATCH);
    return all;
  }

  /** The lock is the session's and counts how often it was taken, so it is taken once. */
  private static boolean leads(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select exists (select 1 from pg_locks where locktype = 'advisory'
                    and pid = pg_backend_pid() and objsubid = 1
                    and ((classid::bigint << 32) | objid::bigint) = %1$d)
                  or pg_try_advisory_lock(%1$d)"""
                    .formatted(LEADER_LOCK))) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static int sealBatch(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try {
      List<Waiting> ready = ready(connection);
      if (!ready.isEmpty()) {
        seal(connection, ready);
      }
      connection.commit();
      return ready.size();
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static List<Waiting> ready(Connection connection) throws SQLException {
    List<Waiting> ready = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select w.position, %s
                from audit_unsealed w join audit_entry e on e.id = w.entry_id
                where w.transaction < pg_snapshot_xmin(pg_current_snapshot())
                order by w.position limit %d"""
                    .formatted(AuditRows.ENTRY, BATCH))) {
      while (row.next()) {
        ready.add(new Waiting(row.getLong("position"), AuditRows.change(row)));
      }
    }
    return ready;
  }

  private static void seal(Connection connection, List<Waiting> ready) throws SQLException {
    Map<UUID, Head> heads = heads(connection, ready);
    try (PreparedStatement seal =
            connection.prepareStatement(
                """
                insert into audit_seal (organization_id, number, entry_id, previous_hash, hash)
                values (?, ?, ?, ?, ?)""");
        PreparedStatement done =
            connection.prepareStatement("delete from audit_unsealed where position = ?")) {
      for (Waiting waiting : ready) {
        UUID organization = waiting.change().organization();
        Head head = heads.getOrDefault(organization, Head.NONE);
        ChainedEntry entry = waiting.change().chained(head.number() + 1, head.hash());
        seal.setObject(1, organization);
        seal.setLong(2, entry.number());
        seal.setObject(3, waiting.change().id());
        seal.setString(4, entry.previousHash());
        seal.setString(5, entry.hash());
        seal.addBatch();
        done.setLong(1, waiting.position());
        done.addBatch();
        heads.put(organization, new Head(entry.number(), entry.hash()));
      }
      seal.executeBatch();
      done.executeBatch();
    }
    keep(connection, heads);
  }

  private static Map<UUID, Head> heads(Connection connection, List<Waiting> ready)
      throws SQLException {
    TreeSet<UUID> organizations = new TreeSet<>();
    ready.forEach(waiting -> organizations.add(waiting.change().organization()));
    Map<UUID, Head> heads = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select organization_id, number, hash from audit_head
            where organization_id = any (?) order by organization_id for update""")) {
      query.setArray(1, connection.createArrayOf("uuid", organizations.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          heads.put(
              row.getObject("organization_id", UUID.class),
              new Head(row.getLong("number"), row.getString("hash")));
        }
      }
    }
    return heads;
  }

  private static void keep(Connection connection, Map<UUID, Head> heads) throws SQLException {
    try (PreparedStatement keep =
        connection.prepareStatement(
            """
            insert into audit_head (organization_id, number, hash, sealed_at)
            values (?, ?, ?, now())
            on conflict (organization_id) do update
            set number = excluded.number, hash = excluded.hash, sealed_at = excluded.sealed_at""")) {
      for (Map.Entry<UUID, Head> head : heads.entrySet()) {
        keep.setObject(1, head.getKey());
        keep.setLong(2, head.getValue().number());
        keep.setString(3, head.getValue().hash());
        keep.addBatch();
      }
      keep.executeBatch();
    }
  }

  private record Waiting(long position, RecordedChange change) {}

  private record Head(long number, String hash) {
    static final Head NONE = new Head(0, ChainedEntry.GENESIS);
  }
}
