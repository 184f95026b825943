package energy.optibid.outbox.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.outbox.ConsumedEvent;
import energy.optibid.outbox.DeadLetter;
import energy.optibid.outbox.Delivery;
import energy.optibid.outbox.EventTransport;
import energy.optibid.shared.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds however deliveries travel from the relay to a consumer. */
public abstract class EventTransportContract {

  private DeliveryBench bench;
  private Line line;

  /** A transport and its receiving end, which hands every delivery to the receiver. */
  public interface Line extends AutoCloseable {
    EventTransport transport();

    @Override
    void close();
  }

  /** Sets up a transport with nothing on its way. */
  protected abstract Line open(Consumer<Delivery> receiver);

  @BeforeEach
  void openLine() {
    bench = new DeliveryBench();
    line = open(bench::receive);
    bench.start(line.transport());
  }

  @AfterEach
  void closeLine() {
    boolean carried = bench.isTransportUp();
    bench.close();
    line.close();
    assertTrue(carried, "it was the transport that carried");
  }

  /** Relay, dispatcher and consumer around the transport. */
  protected DeliveryBench bench() {
    return bench;
  }

  @Test
  void committed_isConsumedOnce_withWhoAndWhat() {
    UUID bid = Ids.next();
    bench.commit(bid, 1);
    ConsumedEvent event = bench.consumed(1).get(0);
    assertEquals(bid, event.aggregateId());
    assertEquals(bench.caller().organization(), event.organization());
    assertEquals(bench.caller().userId(), event.actor());
    assertEquals(bench.type(), event.type());
    assertEquals(1, bench.consumptions());
    assertEquals(0, bench.waiting());
    assertEquals(1, bench.written(), "what the consumer wrote");
  }

  @Test
  void rolledBack_isNeverDelivered() {
    UUID bid = Ids.next();
    bench.rollBack(bid, 1);
    bench.commit(bid, 2);
    assertEquals(List.of(2L), versions(bench.consumed(1)));
    assertEquals(1, bench.consumptions());
  }

  @Test
  void ofThePlatform_isConsumedInATransactionOfThePlatform() {
    bench.commitOfThePlatform(Ids.next());
    assertEquals(null, bench.consumed(1).get(0).organization());
    assertEquals(1, bench.consumptions());
  }

  @Test
  void failing_isTriedAgain_andWhatItWroteIsUndone() {
    bench.failTimes(2);
    bench.commit(Ids.next(), 1);
    bench.consumed(1);
    assertEquals(3, bench.calls());
    assertEquals(1, bench.written(), "the failed attempts' writes are rolled back");
    assertEquals(0, bench.deadLetters().size());
  }

  @Test
  void poison_becomesADeadLetter_othersGoOn_andReplayDeliversIt() {
    UUID poisoned = Ids.next();
    bench.poison(poisoned, 1);
    bench.commit(poisoned, 1);
    bench.commit(poisoned, 2);
    bench.commit(Ids.next(), 1);
    assertEquals(2, bench.consumed(2).size());
    DeadLetter letter = bench.deadLetters().get(0);
    assertEquals(poisoned, letter.aggregateId());
    assertEquals(1, letter.aggregateVersion());
    assertEquals(DeliveryBench.POLICY.attempts(), letter.attempts());
    assertTrue(letter.error().contains("poison"), letter.error());
    assertEquals(0, bench.waiting());

    bench.mend();
    bench.replay(letter.id());
    assertEquals(List.of(1L), versions(bench.consumed(1)));
    assertEquals(List.of(), bench.deadLetters());
    assertEquals(3, bench.consumptions());
    assertEquals(List.of("dead_letter.replayed"), bench.audited(letter.id()));
  }

  @Test
  void discarded_isGone_withItsReasonInTheAuditTrail() {
    UUID poisoned = Ids.next();
    bench.poison(poisoned, 1);
    bench.commit(poisoned, 1);
    bench.commit(poisoned, 2);
    bench.consumed(1);
    DeadLetter letter = bench.deadLetters().get(0);
    bench.discard(letter.id(), "  the venue has it already ");
    assertEquals(List.of(), bench.deadLetters());
    assertEquals(1, bench.consumptions());
    assertEquals(List.of("dead_letter.discarded"), bench.audited(letter.id()));
  }

  @Test
  void lostOnTheWay_isSentAgain() {
    bench.lose(3);
    bench.commit(Ids.next(), 1);
    bench.consumed(1);
    assertEquals(0, bench.waiting());
  }

  @Test
  void repeatedOnTheWay_isConsumedOnce() {
    bench.repeatEach(3);
    for (int i = 0; i < 20; i++) {
      bench.commit(Ids.next(), 1);
    }
    assertEquals(20, bench.consumed(20).size());
    assertEquals(20, bench.calls());
    assertEquals(20, bench.consumptions());
  }

  @Test
  void twoServersThatBothBelieveTheyLead_consumeOnce() {
    bench.startDispatcher();
    List<UUID> bids = List.of(Ids.next(), Ids.next());
    for (int version = 1; version <= 10; version++) {
      for (UUID bid : bids) {
        bench.commit(bid, version);
      }
    }
    inOrder(bids, bench.consumed(20), 10);
    assertEquals(20, bench.calls());
  }

  @Test
  void consumerThatWasAway_getsAllLater_inOrderPerAggregate() {
    bench.lose(Integer.MAX_VALUE);
    List<UUID> bids = List.of(Ids.next(), Ids.next(), Ids.next());
    for (int version = 1; version <= 10; version++) {
      for (UUID bid : bids) {
        bench.commit(bid, version);
      }
    }
    bench.awaitLosses(3);
    assertEquals(0, bench.consumptions());
    bench.lose(0);
    inOrder(bids, bench.consumed(30), 10);
  }

  @Test
  void failuresInBetween_leaveTheOrderPerAggregateAsItIs() {
    List<UUID> bids = List.of(Ids.next(), Ids.next());
    bench.failFirstOfEvery(3);
    for (int version = 1; version <= 10; version++) {
      for (UUID bid : bids) {
        bench.commit(bid, version);
      }
    }
    inOrder(bids, bench.consumed(20), 10);
  }

  private static void inOrder(List<UUID> bids, List<ConsumedEvent> events, int upTo) {
    for (UUID bid : bids) {
      List<ConsumedEvent> own =
          events.stream().filter(event -> event.aggregateId().equals(bid)).toList();
      assertEquals(IntStream.rangeClosed(1, upTo).mapToObj(i -> (long) i).toList(), versions(own));
    }
  }

  private static List<Long> versions(List<ConsumedEvent> events) {
    return new ArrayList<>(events.stream().map(ConsumedEvent::aggregateVersion).toList());
  }
}
