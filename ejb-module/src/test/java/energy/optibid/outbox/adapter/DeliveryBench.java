package energy.optibid.outbox.adapter;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import energy.optibid.audit.AuditQuery;
import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.outbox.ConsumedEvent;
import energy.optibid.outbox.ConsumerQueue;
import energy.optibid.outbox.DeadLetter;
import energy.optibid.outbox.Delivery;
import energy.optibid.outbox.EventConsumer;
import energy.optibid.outbox.EventTransport;
import energy.optibid.outbox.domain.RetryPolicy;
import energy.optibid.shared.Caller;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import energy.optibid.testing.LocalPlatform;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Relay, dispatcher and one consumer on a real PostgreSQL, with a transport under test between
 * them. The consumer writes an audit entry per event, and fails when told to.
 */
public final class DeliveryBench implements AutoCloseable {

  static final RetryPolicy POLICY =
      new RetryPolicy(4, Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(300));

  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final LocalTransactions TRANSACTIONS = SERVER.transactions();
  private static final LocalPlatform PLATFORM = new LocalPlatform(SERVER);
  private static final Gate GATE = new Gate();
  private static final long PATIENCE_SECONDS = 30;

  private final Caller caller = Tenants.create(SERVER);
  private final String mark = UUID.randomUUID().toString();
  private final PostgresOutbox outbox = new PostgresOutbox(GATE);
  private final PostgresAuditTrail audit = new PostgresAuditTrail(GATE, TRANSACTIONS);
  private final DeadLetterDesk letters = new DeadLetterDesk(PLATFORM, GATE, audit);
  private final PostgresDeliveryLedger ledger =
      new PostgresDeliveryLedger(SERVER.systemConnections(), GATE);
  private final DeliveryCarrier carrier = new DeliveryCarrier(Clock.systemUTC());
  private final EventFanOut fanOut = new EventFanOut();
  private final EventRelay relay = new EventRelay(SERVER.settings()::openAsSystem, fanOut);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final TestConsumer consumer = new TestConsumer();
  private final DeliveryDesk desk =
      new DeliveryDesk(ledger, TRANSACTIONS, PLATFORM, carrier, POLICY, List.of(consumer));
  private final DirectTransport direct = new DirectTransport(this::receive, Thread::new);
  private final List<DeliveryDispatcher> dispatchers = new ArrayList<>();
  private final BlockingQueue<Delivery> finished = new LinkedBlockingQueue<>();
  private final BlockingQueue<Delivery> lost = new LinkedBlockingQueue<>();
  private final AtomicInteger losses = new AtomicInteger();
  private volatile int repetitions = 1;

  /** Relays, and sends by this transport; within the process only while that takes nothing. */
  public void start(EventTransport transport) {
    desk.register();
    var ignored = carrier.carryBy(transport);
    threads.submit(relay);
    startDispatcher();
  }

  /** One more server that believes it leads. */
  public void startDispatcher() {
    DeliveryDispatcher dispatcher =
        new DeliveryDispatcher(ledger, desk.queues(), carrier, direct, POLICY, () -> true);
    fanOut.onSignal(signal -> dispatcher.wake());
    dispatchers.add(dispatcher);
    threads.submit(dispatcher);
  }

  /** Whether the transport took what it was last given. */
  public boolean isTransportUp() {
    return carrier.isBrokerUp();
  }

  /** The receiving end. */
  public void receive(Delivery delivery) {
    if (losses.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      lost.add(delivery);
      return;
    }
    for (int i = 0; i < repetitions; i++) {
      threads.submit(
          () -> {
            desk.deliver(delivery);
            finished.add(delivery);
          });
    }
  }

  public Caller caller() {
    return caller;
  }

  public String type() {
    return "test_" + mark;
  }

  public void commit(UUID aggregate, long version) {
    TRANSACTIONS.runAs(
        caller, () -> outbox.append(event(aggregate, version, caller.organization())));
  }

  public void commitOfThePlatform(UUID aggregate) {
    boolean ignored =
        PLATFORM.call(
            () -> {
              outbox.append(event(aggregate, 1, null));
              return true;
            });
  }

  public void rollBack(UUID aggregate, long version) {
    try {
      TRANSACTIONS.runAs(
          caller,
          () -> {
            outbox.append(event(aggregate, version, caller.organization()));
            throw new IllegalStateException("the change is refused");
          });
      throw new AssertionError("committed");
    } catch (IllegalStateException expected) {
      return;
    }
  }

  private DomainEvent event(UUID aggregate, long version, @Nullable OrganizationId organization) {
    return new DomainEvent(
        "bench",
        organization,
        "thing",
        aggregate,
        version,
        type(),
        Json.createObjectBuilder().add("version", version).build());
  }

  /** Waits until so many events more are consumed and recorded. */
  public List<ConsumedEvent> consumed(int count) {
    List<ConsumedEvent> events = new ArrayList<>();
    while (events.size() < count) {
      events.add(take(consumer.done, events.size() + " of " + count + " consumed"));
    }
    // the consumer has returned, its transaction perhaps not yet
    while (waiting() > 0) {
      take(finished, "recorded");
    }
    return events;
  }

  public void awaitLosses(int count) {
    for (int i = 0; i < count; i++) {
      take(lost, i + " of " + count + " lost");
    }
  }

  private static <T> T take(BlockingQueue<T> queue, String soFar) {
    try {
      T taken = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertNotNull(taken, "only " + soFar);
      return taken;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public void failTimes(int times) {
    consumer.failuresLeft.set(times);
  }

  /** The first attempt at each event whose version is a multiple. */
  public void failFirstOfEvery(int nth) {
    consumer.failFirstOfEvery = nth;
  }

  public void poison(UUID aggregate, long version) {
    consumer.poisoned.add(aggregate + " " + version);
  }

  public void mend() {
    consumer.poisoned.clear();
  }

  public void lose(int times) {
    losses.set(times);
  }

  public void repeatEach(int times) {
    repetitions = times;
  }

  public int calls() {
    return consumer.calls.get();
  }

  public long waiting() {
    return count("select count(*) from delivery where consumer = ?", consumer.name());
  }

  public long consumptions() {
    return count("select count(*) from consumption where consumer = ?", consumer.name());
  }

  /** Audit entries the consumer wrote in the organisation. */
  public long written() {
    return count("select count(*) from audit_entry where action = ?", type());
  }

  public List<DeadLetter> deadLetters() {
    return letters.list(null, 200).items().stream()
        .filter(letter -> letter.consumer().equals(consumer.name()))
        .toList();
  }

  public void replay(UUID letter) {
    Tenancy.runAs(caller, () -> letters.replay(letter));
  }

  public void discard(UUID letter, String reason) {
    Tenancy.runAs(caller, () -> letters.discard(letter, reason));
  }

  /** What the audit trail says was done to it. */
  public List<String> audited(UUID subject) {
    return TRANSACTIONS.callAs(caller, () -> audit.list(AuditQuery.ALL, null, 200)).items().stream()
        .filter(entry -> entry.subjectId().equals(subject))
        .map(entry -> entry.action())
        .toList();
  }

  private static long count(String query, String value) {
    try (Connection connection = SERVER.owner().getConnection();
        var statement = connection.prepareStatement(query)) {
      statement.setString(1, value);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    dispatchers.forEach(DeliveryDispatcher::stop);
    relay.stop();
    direct.close();
    threads.shutdownNow();
    SERVER.execute("delete from dead_letter where consumer = '" + consumer.name() + "'");
    SERVER.execute("delete from delivery where consumer = '" + consumer.name() + "'");
    SERVER.execute("delete from event_consumer where name = '" + consumer.name() + "'");
  }

  private final class TestConsumer implements EventConsumer {
    final BlockingQueue<ConsumedEvent> done = new LinkedBlockingQueue<>();
    final Set<String> poisoned = ConcurrentHashMap.newKeySet();
    final AtomicInteger failuresLeft = new AtomicInteger();
    final AtomicInteger calls = new AtomicInteger();
    final Set<UUID> tried = ConcurrentHashMap.newKeySet();
    volatile int failFirstOfEvery;

    @Override
    public String name() {
      return "test-" + mark;
    }

    @Override
    public Set<String> events() {
      return Set.of(type());
    }

    @Override
    public ConsumerQueue queue() {
      return ConsumerQueue.NOTIFICATIONS;
    }

    @Override
    public void consume(ConsumedEvent event) {
      calls.incrementAndGet();
      if (event.organization() != null) {
        audit.record(type(), "thing", event.aggregateId(), event.payload());
      }
      if (poisoned.contains(event.aggregateId() + " " + event.aggregateVersion())) {
        throw new IllegalStateException("poison");
      }
      if (failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0
          || (failFirstOfEvery > 0
              && event.aggregateVersion() % failFirstOfEvery == 0
              && tried.add(event.eventId()))) {
        throw new IllegalStateException("told to fail");
      }
      done.add(event);
    }
  }

  /** The platform's transaction where there is one, else the tenant's. */
  private static final class Gate implements TenantConnections {
    @Override
    public <T extends @Nullable Object> T withConnection(SqlFunction<Connection, T> work) {
      return PLATFORM.isOpen() ? PLATFORM.withConnection(work) : TRANSACTIONS.withConnection(work);
    }
  }
}
