package energy.optibid.outbox.adapter;

import energy.optibid.outbox.DatabaseSignals;
import energy.optibid.shared.DirectConnections;
import energy.optibid.shared.Failpoint;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * One thread per node on one direct connection (LISTEN does not survive a transaction pooler).
 *
 * <p>Every node tails the log and fans out. The node that holds the advisory lock also moves rows
 * from the outbox to the log and writes a delivery for each consumer that wants the event. It takes
 * a row only when no transaction older than the row's is still running, so an event that commits
 * late is never overtaken by a younger one; the lock belongs to the same connection, so a relay
 * that lost its connection has lost its unfinished batch with it.
 */
public final class EventRelay implements Runnable {

  static final String OUTBOX_SIGNAL = "optibid_outbox";
  static final String LOG_SIGNAL = "optibid_event_log";

  /** Something that waits for a consumer has come due. */
  static final String DELIVERY_SIGNAL = "optibid_deliveries";

  /** What a node listens to. */
  static final List<String> SIGNALS =
      List.of(
          OUTBOX_SIGNAL,
          LOG_SIGNAL,
          DELIVERY_SIGNAL,
          DatabaseSignals.JOBS,
          DatabaseSignals.REVOKED_SESSIONS);

  private static final Logger LOG = Logger.getLogger(EventRelay.class.getName());
  private static final long LEADER_LOCK = 0x6f7074_72656cL;
  private static final int BATCH = 500;
  private static final int IDLE_WAIT_MILLIS = 1_000;

  /** While committed rows wait for an older transaction to end, which nobody will announce. */
  private static final int HELD_BACK_WAIT_MILLIS = 20;

  private static final int FIRST_PAUSE_MILLIS = 50;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final DirectConnections connections;
  private final EventFanOut fanOut;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable Connection current;
  private volatile boolean leading;
  private long tailPosition = -1;
  private long pauseMillis = FIRST_PAUSE_MILLIS;

  public EventRelay(DirectConnections connections, EventFanOut fanOut) {
    this.connections = connections;
    this.fanOut = fanOut;
  }

  /** Whether this node moves the events at the moment. */
  public boolean isLeading() {
    return leading;
  }

  /** Whether the node has its connection to the database. */
  public boolean isConnected() {
    return current != null;
  }

  @Override
  public void run() {
    while (!isStopping()) {
      try (Connection connection = connections.open()) {
        current = connection;
        start(connection);
        serve(connection);
      } catch (SQLException e) {
        if (!isStopping()) {
          LOG.log(Level.WARNING, "event relay lost the database, trying again: {0}", e.toString());
        }
      } finally {
        current = null;
        leading = false;
      }
      pauseMillis = pause(pauseMillis);
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

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private long pause(long millis) {
    try {
      if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
        return millis;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
    return Math.min(millis * 2, LONGEST_PAUSE.toMillis());
  }

  private void start(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String signal : SIGNALS) {
        statement.execute("listen " + signal);
      }
    }
    if (tailPosition < 0) {
      tailPosition = number(connection, "select coalesce(max(position), 0) from event_log");
    }
    // Signals may have been missed while the connection was away.
    SIGNALS.forEach(fanOut::signal);
  }

  private void serve(Connection connection) throws SQLException {
    PGConnection listener = connection.unwrap(PGConnection.class);
    while (!isStopping()) {
      if (!leading) {
        leading = isTrue(connection, "select pg_try_advisory_lock(" + LEADER_LOCK + ")");
      }
      boolean heldBack = leading && relayAll(connection);
      tail(connection);
      // only now: what fails in every round is tried at ever greater distance
      pauseMillis = FIRST_PAUSE_MILLIS;
      int wait = heldBack ? HELD_BACK_WAIT_MILLIS : IDLE_WAIT_MILLIS;
      PGNotification[] heard = listener.getNotifications(wait);
      if (heard != null) {
        for (PGNotification notification : heard) {
          fanOut.signal(notification.getName());
        }
      }
    }
  }

  /** Relays until nothing more may go; true when rows have to wait. */
  private static boolean relayAll(Connection connection) throws SQLException {
    Failpoint.hit("relay.before_batch");
    while (relayBatch(connection) > 0) {
      Failpoint.hit("relay.after_commit");
    }
    return isTrue(connection, "select exists (select 1 from outbox)");
  }

  private static long relayBatch(Connection connection) throws SQLException {
    return number(
        connection,
        """
        with ready as (
          select * from outbox
          where transaction < pg_snapshot_xmin(pg_current_snapshot())
          order by position limit %d
        ), numbered as (
          select *, row_number() over (stream order by position) as place,
            count(*) over stream as arrivals
          from ready window stream as (partition by organization_id, channel)
        ), advanced as (
          insert into event_stream as s (organization_id, channel, last_sequence)
          select organization_id, channel, count(*) from ready group by organization_id, channel
          on conflict (organization_id, channel)
          do update set last_sequence = s.last_sequence + excluded.last_sequence
          returning organization_id, channel, last_sequence
        ), logged as (
          insert into event_log (event_id, organization_id, channel, sequence, aggregate_type,
            aggregate_id, aggregate_version, type, payload, created_at, actor)
          select n.event_id, n.organization_id, n.channel,
            a.last_sequence - n.arrivals + n.place, n.aggregate_type,
            n.aggregate_id, n.aggregate_version, n.type, n.payload, n.created_at, n.actor
          from numbered n join advanced a
            on a.channel = n.channel and a.organization_id is not distinct from n.organization_id
          order by n.position
          returning position, organization_id, aggregate_type, aggregate_id, aggregate_version, type
        ), handed as (
          insert into delivery (consumer, position, organization_id, aggregate_type, aggregate_id,
            aggregate_version)
          select c.name, l.position, l.organization_id, l.aggregate_type, l.aggregate_id,
            l.aggregate_version
          from logged l join event_consumer c on l.type like any (c.types)
        ), moved as (
          delete from outbox where position in (select position from ready) returning position
        ), told as (
          select pg_notify('%s', '') from (select 1 from logged limit 1) any_logged
        )
        select (select count(*) from moved) + 0 * (select count(*) from told)"""
            .formatted(BATCH, LOG_SIGNAL));
  }

  private void tail(Connection connection) throws SQLException {
    int read;
    do {
      read = 0;
      try (var query =
          connection.prepareStatement(
              "select "
                  + LoggedEventRow.COLUMNS
                  + " from event_log where position > ? order by position limit ?")) {
        query.setLong(1, tailPosition);
        query.setInt(2, BATCH);
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            fanOut.deliver(LoggedEventRow.read(rows));
            Failpoint.hit("relay.told");
            tailPosition = rows.getLong("position");
            read++;
          }
        }
      }
    } while (read == BATCH);
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static boolean isTrue(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() && row.getBoolean(1);
    }
  }
}
