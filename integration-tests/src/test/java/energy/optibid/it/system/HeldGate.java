package energy.optibid.it.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A lock of the test's own on an auction's row: the server that performs the auction's next event
 * stands still in the middle of it until the test lets go. Also the test's view of the database.
 */
final class HeldGate implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int LOOKS = 10;
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final Connection holder;
  private final Connection viewer;
  private final int holderId;

  private HeldGate(Connection holder, Connection viewer) throws SQLException {
    this.holder = holder;
    this.viewer = viewer;
    try (ResultSet row = holder.createStatement().executeQuery("select pg_backend_pid()")) {
      row.next();
      this.holderId = row.getInt(1);
    }
  }

  /** Holds the row from now on. */
  static HeldGate of(String auction) throws SQLException {
    HeldGate gate = new HeldGate(connection(), connection());
    gate.holder.setAutoCommit(false);
    try (PreparedStatement lock =
        gate.holder.prepareStatement("select 1 from auction where id = ? for update")) {
      lock.setObject(1, UUID.fromString(auction));
      lock.executeQuery().next();
    }
    return gate;
  }

  private static Connection connection() throws SQLException {
    Properties settings = KilledInstallation.underTest().settings();
    return DriverManager.getConnection(
        settings.getProperty("optibid.db.url") + "?options=-c%20lock_timeout=60s",
        settings.getProperty("optibid.db.system.user"),
        settings.getProperty("optibid.db.system.password"));
  }

  /** Waits until a server that the test means stands before the gate; returns its name. */
  String awaitWaiting(Predicate<String> wanted) throws SQLException {
    Instant end = Instant.now().plus(PATIENCE);
    List<String> seen = List.of();
    while (Instant.now().isBefore(end)) {
      seen = waiting();
      Optional<String> found = seen.stream().filter(wanted).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    throw new AssertionError("Nobody whom the test means waits at the gate, only " + seen);
  }

  private List<String> waiting() throws SQLException {
    return strings(
        "select application_name from pg_stat_activity where ? = any (pg_blocking_pids(pid))",
        holderId);
  }

  /**
   * Whether a frozen server has no transaction open, nor one on its way to the database; its
   * sessions carry its name.
   */
  boolean staysIdle(Predicate<String> server) throws SQLException {
    for (int look = 0; look < LOOKS; look++) {
      if (!isIdle(server)) {
        return false;
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return true;
  }

  private boolean isIdle(Predicate<String> server) throws SQLException {
    return strings("select application_name from pg_stat_activity where state <> 'idle'").stream()
        .noneMatch(server);
  }

  /** Sets a sandbox's clock to a minute before its auction's gate closes, which no call can do. */
  void windClock(String exchange, String auction) throws SQLException {
    try (PreparedStatement update =
        viewer.prepareStatement(
            "update exchange set clock_wall_at = now(), clock_market_at ="
                + " (select gate_closes_at - interval '1 minute' from auction where id = ?)"
                + " where id = ?")) {
      update.setObject(1, UUID.fromString(auction));
      update.setObject(2, UUID.fromString(exchange));
      update.executeUpdate();
    }
  }

  /** Who performed each of an auction's events, as {@code kind node}, in order of time. */
  List<String> performed(String auction) throws SQLException {
    return strings(
        "select kind || ' ' || node from market_event where auction_id = ? and state = 'done'"
            + " order by due_at, rank",
        UUID.fromString(auction));
  }

  /** The types of all events ever logged about an auction's gate, in order. */
  List<String> logged(String auction) throws SQLException {
    return strings(
        "select type from event_log where aggregate_id = ? and type like 'auction.%'"
            + " order by position",
        UUID.fromString(auction));
  }

  /** A column of text. */
  List<String> strings(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement query = viewer.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(String.valueOf(rows.getString(1)));
        }
      }
      return found;
    }
  }

  void letGo() throws SQLException {
    holder.rollback();
  }

  @Override
  public void close() throws SQLException {
    holder.close();
    viewer.close();
  }
}
