package energy.optibid.stream.adapter;

import energy.optibid.shared.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Up to where the log has been sent. One node at a time holds it, by a lock of its connection. */
final class StreamCursor {
  private static final int LOCK = 0x6f70746b;

  private final String stream;

  /**
   * @param stream what it is a cursor of
   */
  StreamCursor(String stream) {
    this.stream = stream;
  }

  /** Whether this connection holds it from now on, for as long as it lives. */
  boolean take(Connection connection) throws SQLException {
    return Sql.first(
            connection,
            "select pg_try_advisory_lock(?, hashtext(?))",
            row -> row.getBoolean(1),
            LOCK,
            stream)
        .orElseThrow();
  }

  /** Empty before the first start. */
  Optional<Long> position(Connection connection) throws SQLException {
    return Sql.first(
        connection,
        "select position from stream_cursor where stream = ?",
        row -> row.getLong(1),
        stream);
  }

  void begin(Connection connection, long position) throws SQLException {
    Sql.change(
        connection,
        "insert into stream_cursor (stream, position) values (?, ?) on conflict do nothing",
        stream,
        position);
  }

  /** Moves it, unless somebody has set it elsewhere in the meantime. */
  void move(Connection connection, long from, long to) throws SQLException {
    Sql.change(
        connection,
        "update stream_cursor set position = ?, moved_at = now() where stream = ? and position = ?",
        to,
        stream,
        from);
  }
}
