package energy.optibid.stream.adapter;

import energy.optibid.outbox.EventLog;
import energy.optibid.outbox.EventLog.Subscription;
import energy.optibid.outbox.EventLogReader;
import energy.optibid.outbox.EventLogReader.Entry;
import energy.optibid.resilience.ServiceUnavailableException;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.DirectConnections;
import energy.optibid.shared.Failpoint;
import energy.optibid.shared.GrowingPause;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries the event log on to Kafka. Every node runs one, and the one whose connection holds the
 * cursor's lock sends: a batch, the broker's acknowledgement of all of it, then the cursor. What
 * fails in between is sent again from the cursor, so that consumers may see an event twice and
 * never miss one. While Kafka is away the log waits; nobody waits for this thread.
 */
final class EventPublisher implements Runnable {
  private static final Logger LOG = Logger.getLogger(EventPublisher.class.getName());
  private static final int BATCH = 500;
  private static final long IDLE_MILLIS = 1_000;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final DirectConnections connections;
  private final EventLog log;
  private final EventLogReader reader;
  private final EventSender sender;
  private final KafkaSettings settings;
  private final StreamFigures figures;
  private final StreamCursor cursor;
  private final Semaphore woken = new Semaphore(0);
  private volatile boolean stopping;
  private volatile boolean leading;
  private volatile @Nullable Connection current;
  private final GrowingPause pause = new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE);

  EventPublisher(
      DirectConnections connections,
      EventLog log,
      EventLogReader reader,
      EventSender sender,
      KafkaSettings settings,
      StreamFigures figures) {
    this.connections = connections;
    this.log = log;
    this.reader = reader;
    this.sender = sender;
    this.settings = settings;
    this.figures = figures;
    this.cursor = new StreamCursor("kafka." + settings.topics().prefix());
  }

  /** Whether this node sends at the moment. */
  boolean isLeading() {
    return leading;
  }

  @Override
  public void run() {
    try (Subscription events = log.subscribe(event -> woken.release());
        sender) {
      while (!stopping) {
        try (Connection connection = connections.open()) {
          current = connection;
          serve(connection);
        } catch (SQLException | DatabaseException e) {
          if (!stopping) {
            LOG.log(Level.WARNING, "the event stream lost the database, trying again: {0}", e);
          }
        } finally {
          current = null;
          leading = false;
        }
        backOff();
      }
    }
  }

  /** Ends the thread within a moment. */
  void stop() {
    stopping = true;
    woken.release();
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
    while (!stopping) {
      if (!leading && cursor.take(connection)) {
        leading = true;
        LOG.info("this node sends the events to Kafka");
      }
      boolean sent = true;
      try {
        if (leading) {
          publishAll(connection);
        }
      } catch (ServiceUnavailableException e) {
        // the guard has noted why
        LOG.log(Level.FINE, "events wait", e);
        sent = false;
      }
      measure(connection);
      if (sent) {
        pause.reset();
        await(IDLE_MILLIS);
      } else {
        backOff();
      }
    }
  }

  private void publishAll(Connection connection) throws SQLException, ServiceUnavailableException {
    long position = position(connection);
    List<Entry> batch = reader.after(position, BATCH);
    while (!batch.isEmpty() && !stopping) {
      figures.eventsPublished(sender.send(batch));
      Failpoint.hit("stream.acknowledged");
      long last = batch.get(batch.size() - 1).position();
      cursor.move(connection, position, last);
      position = position(connection);
      batch = reader.after(position, BATCH);
    }
  }

  /** Read each time, so that whoever sets it back is heard. */
  private long position(Connection connection) throws SQLException {
    Optional<Long> found = cursor.position(connection);
    if (found.isPresent()) {
      return found.get();
    }
    cursor.begin(
        connection, settings.firstStart() == KafkaSettings.FirstStart.EARLIEST ? 0 : reader.head());
    return cursor.position(connection).orElseThrow();
  }

  private void measure(Connection connection) throws SQLException {
    long head = reader.head();
    figures.eventsWaiting(Math.max(0, head - cursor.position(connection).orElse(head)));
  }

  private void backOff() {
    await(pause.next().toMillis());
  }

  private void await(long millis) {
    try {
      if (woken.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        woken.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }
}
