package energy.optibid.outbox.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.outbox.LoggedEvent;
import energy.optibid.shared.Caller;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.Ids;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventRelayIT {

  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final LocalTransactions TRANSACTIONS = SERVER.transactions();
  private static final PostgresOutbox OUTBOX = new PostgresOutbox(TRANSACTIONS);

  private final Caller caller = Tenants.create(SERVER);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Node> nodes = new ArrayList<>();

  @AfterEach
  void stopNodes() {
    nodes.forEach(node -> node.relay.stop());
    threads.shutdownNow();
  }

  @Test
  void anEventThatCommitsLateIsNeitherSkippedNorOvertaken() throws Exception {
    Node node = startNode();
    CountDownLatch early = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    Future<?> slow =
        threads.submit(
            () ->
                TRANSACTIONS.runAs(
                    caller,
                    () -> {
                      OUTBOX.append(event("bids", 1));
                      early.countDown();
                      await(commit);
                    }));
    await(early);
    append("bids", 2);
    // Twice round: after the second signal the relay has surely looked at the committed row.
    node.roundTrip();
    node.roundTrip();
    assertEquals(0, log(node).latest(caller.organization(), "bids"));
    commit.countDown();
    slow.get();
    assertEquals(List.of(1L, 2L), versions(node.take(2)));
    assertEquals(List.of(1L, 2L), versions(log(node).after(caller.organization(), "bids", 0, 10)));
  }

  @Test
  void aRolledBackEventIsNeverSeen() throws Exception {
    Node node = startNode();
    try {
      TRANSACTIONS.runAs(
          caller,
          () -> {
            OUTBOX.append(event("bids", 1));
            throw new IllegalStateException("the change is refused");
          });
    } catch (IllegalStateException expected) {
      append("bids", 2);
    }
    assertEquals(List.of(2L), versions(node.take(1)));
    assertEquals(1, log(node).latest(caller.organization(), "bids"));
  }

  @Test
  void twoNodesOneLeaderAndBothSeeEverythingInOrder() throws Exception {
    Node one = startNode();
    one.awaitLeading();
    Node two = startNode();
    // it tails from where it finds the log, so that must have been before the first event
    two.roundTrip();
    List<Callable<Void>> writers = new ArrayList<>();
    for (int writer = 0; writer < 4; writer++) {
      String channel = "channel-" + writer % 2;
      writers.add(
          () -> {
            for (int i = 0; i < 50; i++) {
              append(channel, i);
            }
            return null;
          });
    }
    for (Future<Void> done : threads.invokeAll(writers)) {
      done.get();
    }
    for (Node node : List.of(one, two)) {
      List<LoggedEvent> seen = node.take(200);
      for (String channel : List.of("channel-0", "channel-1")) {
        assertEquals(
            LongStream.rangeClosed(1, 100).boxed().toList(),
            seen.stream()
                .filter(event -> event.channel().equals(channel))
                .map(LoggedEvent::sequence)
                .toList());
      }
    }
    assertTrue(one.relay.isLeading());
    assertTrue(!two.relay.isLeading());

    one.relay.stop();
    append("channel-0", 100);
    assertEquals(List.of(101L), two.take(1).stream().map(LoggedEvent::sequence).toList());
    assertTrue(two.relay.isLeading());
  }

  @Test
  void aLostConnectionLosesNoEvent() throws Exception {
    Node node = startNode();
    append("bids", 1);
    node.take(1);
    Set<UUID> expected = new HashSet<>();
    List<LoggedEvent> seen = new ArrayList<>();
    for (int i = 2; i < 12; i++) {
      SERVER.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where application_name = 'optibid-relay'");
      append("bids", i);
      seen.addAll(node.take(1));
    }
    seen.forEach(event -> expected.add(event.eventId()));
    assertEquals(10, expected.size());
    assertEquals(IntStream.range(2, 12).mapToObj(i -> (long) i).toList(), versions(seen));
  }

  @Test
  void streamsOfTwoOrganisationsAreApart() throws Exception {
    Node node = startNode();
    Caller other = Tenants.create(SERVER);
    append("bids", 7);
    TRANSACTIONS.runAs(
        other,
        () ->
            OUTBOX.append(
                new DomainEvent(
                    "bids",
                    other.organization(),
                    "bid",
                    Ids.next(),
                    8,
                    "bid.created",
                    Json.createObjectBuilder().add("version", 8).build())));
    node.take(1);
    node.roundTrip();
    node.roundTrip();
    assertEquals(List.of(7L), versions(log(node).after(caller.organization(), "bids", 0, 10)));
    assertEquals(List.of(8L), versions(log(node).after(other.organization(), "bids", 0, 10)));
    assertEquals(List.of(), log(node).after(other.organization(), "bids", 1, 10));
  }

  private Node startNode() {
    Node node = new Node();
    nodes.add(node);
    threads.submit(node.relay);
    return node;
  }

  private void append(String channel, int version) {
    TRANSACTIONS.runAs(caller, () -> OUTBOX.append(event(channel, version)));
  }

  private DomainEvent event(String channel, int version) {
    return new DomainEvent(
        channel,
        caller.organization(),
        "bid",
        Ids.next(),
        version,
        "bid.created",
        Json.createObjectBuilder().add("version", version).build());
  }

  private static PostgresEventLog log(Node node) {
    return new PostgresEventLog(SERVER.systemConnections(), node.fanOut);
  }

  private static List<Long> versions(List<LoggedEvent> events) {
    return events.stream().map(event -> (long) event.payload().getInt("version")).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A server of its own as far as the relay can tell. */
  private final class Node {
    final EventFanOut fanOut = new EventFanOut();
    final EventRelay relay = new EventRelay(SERVER.settings()::openAsSystem, fanOut);
    final BlockingQueue<LoggedEvent> events = new LinkedBlockingQueue<>();
    final BlockingQueue<String> signals = new LinkedBlockingQueue<>();

    Node() {
      fanOut.onEvent(
          event -> {
            if (caller.organization().equals(event.organization())) {
              events.add(event);
            }
          });
      fanOut.onSignal(signals::add);
    }

    List<LoggedEvent> take(int count) throws InterruptedException {
      List<LoggedEvent> taken = new ArrayList<>();
      while (taken.size() < count) {
        LoggedEvent event = events.poll(20, TimeUnit.SECONDS);
        assertNotNull(event, "only " + taken.size() + " of " + count + " events came");
        taken.add(event);
      }
      return taken;
    }

    void roundTrip() throws InterruptedException {
      signals.clear();
      SERVER.execute("notify " + EventRelay.OUTBOX_SIGNAL);
      String heard;
      do {
        heard = signals.poll(20, TimeUnit.SECONDS);
        assertNotNull(heard, "the relay does not listen");
      } while (!heard.equals(EventRelay.OUTBOX_SIGNAL));
    }

    void awaitLeading() throws InterruptedException {
      roundTrip();
      roundTrip();
      assertTrue(relay.isLeading());
    }
  }
}
