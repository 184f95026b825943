package energy.optibid.market.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.market.PriceTick;
import energy.optibid.market.TickCarrier;
import energy.optibid.market.TickRelay;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds of ticks between nodes, whatever carries them. */
public abstract class TickRelayContract {
  private static final Instant BLOCK = Instant.parse("2026-05-04T08:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final List<NodeOfTicks> nodes = new ArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();

  /** Another node's way to the service; those of one test hear each other and nobody else. */
  protected abstract TickCarrier carrier();

  /** Ends the service as a crash would. */
  protected abstract void kill();

  /** Starts it again. */
  protected abstract void startAgain();

  @AfterEach
  void closedNodesEndTheirThreadsInOrder() {
    nodes.forEach(node -> node.relay.close());
    until("the threads end", () -> threads.stream().noneMatch(Thread::isAlive));
    assertEquals(List.of(), uncaught);
  }

  /** A node that remembers what it is brought. */
  private final class NodeOfTicks implements TickRelay.Node {
    private final List<PriceTick> received = new CopyOnWriteArrayList<>();
    private final List<PriceTick> caughtUp = new CopyOnWriteArrayList<>();
    private final Map<String, PriceTick> known = new ConcurrentHashMap<>();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicBoolean refusing;
    private final CarriedTickRelay relay;

    NodeOfTicks(boolean refusing) {
      this.refusing = new AtomicBoolean(refusing);
      relay = new CarriedTickRelay(List.of(new Watched(carrier())));
      relay.connect(this, TickRelayContract.this::daemon);
      nodes.add(this);
    }

    void publish(PriceTick tick) {
      known.put(tick.channel(), tick);
      relay.pass(List.of(tick));
    }

    boolean knows(PriceTick tick) {
      return received.contains(tick) || caughtUp.contains(tick);
    }

    @Override
    public void receive(List<PriceTick> ticks) {
      received.addAll(ticks);
    }

    @Override
    public void catchUp(List<PriceTick> newest) {
      caughtUp.addAll(newest);
    }

    @Override
    public List<PriceTick> newest() {
      return List.copyOf(known.values());
    }

    /** The real carrier, which takes nothing while it is told to refuse. */
    private final class Watched implements TickCarrier {
      private final TickCarrier carrier;

      Watched(TickCarrier carrier) {
        this.carrier = carrier;
      }

      @Override
      public boolean isOn() {
        return carrier.isOn();
      }

      @Override
      public int precedence() {
        return carrier.precedence();
      }

      @Override
      public boolean send(List<Parcel> parcels) {
        if (refusing.get()) {
          refused.incrementAndGet();
          return false;
        }
        return carrier.send(parcels);
      }

      @Override
      public void dropped(int ticks) {
        dropped.addAndGet(ticks);
        carrier.dropped(ticks);
      }

      @Override
      public void listen(Listener listener, ThreadFactory threads) {
        carrier.listen(listener, threads);
      }

      @Override
      public void close() {
        carrier.close();
      }
    }
  }

  private Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((any, failure) -> uncaught.add(failure));
    threads.add(thread);
    return thread;
  }

  private static PriceTick tick(String area, int number) {
    return new PriceTick(
        "iex-dam", area, BLOCK, new BigDecimal("1234.5" + number), BLOCK.plusMillis(number));
  }

  private static void until(String what, BooleanSupplier state) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!state.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not in time: " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  /** Two nodes that hear each other, which shows when something comes through. */
  private List<NodeOfTicks> connected() {
    NodeOfTicks here = new NodeOfTicks(false);
    NodeOfTicks there = new NodeOfTicks(false);
    hears(there, here, "N8");
    hears(here, there, "N9");
    return List.of(here, there);
  }

  private static void hears(NodeOfTicks hearing, NodeOfTicks speaking, String area) {
    AtomicInteger number = new AtomicInteger();
    until(
        "one node hears the other",
        () -> {
          PriceTick last = tick(area, number.getAndIncrement());
          speaking.publish(last);
          LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
          return hearing.received.contains(last);
        });
  }

  private static List<PriceTick> of(String area, List<PriceTick> ticks) {
    return ticks.stream().filter(tick -> tick.area().equals(area)).toList();
  }

  @Test
  void theOtherNodeHearsEachChannelInOrder_andNobodyHearsItself() {
    List<NodeOfTicks> both = connected();
    NodeOfTicks here = both.get(0);
    NodeOfTicks there = both.get(1);
    List<PriceTick> told = new ArrayList<>();
    for (int i = 1; i <= 500; i++) {
      for (String area : List.of("N1", "N2")) {
        told.add(tick(area, i));
        here.publish(tick(area, i));
      }
    }
    until("all are heard", () -> there.received.containsAll(told));
    hears(here, there, "N7");
    assertEquals(of("N1", told), of("N1", there.received));
    assertEquals(of("N2", told), of("N2", there.received));
    assertEquals(List.of(), of("N1", here.received));
    assertEquals(List.of(), of("N1", here.caughtUp));
    assertEquals(0, here.dropped.get());
  }

  @Test
  void whoComesLaterCatchesUp_andIsListenedTo() {
    NodeOfTicks here = new NodeOfTicks(false);
    here.publish(tick("N1", 1));
    NodeOfTicks later = new NodeOfTicks(false);
    later.publish(tick("N2", 1));
    until("the later one has caught up", () -> later.knows(tick("N1", 1)));
    until("it is heard", () -> here.knows(tick("N2", 1)));
  }

  @Test
  void aGreetingThatIsRefusedForAWhile_isSaidAgain() {
    NodeOfTicks here = new NodeOfTicks(false);
    here.publish(tick("N1", 1));
    NodeOfTicks later = new NodeOfTicks(true);
    later.publish(tick("N2", 2));
    until("it was refused several times", () -> later.refused.get() > 3);
    until("its tick was dropped", () -> later.dropped.get() > 0);
    later.refusing.set(false);
    until("the later one has caught up", () -> later.knows(tick("N1", 1)));
    until("what it dropped is known", () -> here.caughtUp.contains(tick("N2", 2)));
  }

  @Test
  void afterTheServiceWasAway_bothKnowTheNewest() {
    List<NodeOfTicks> both = connected();
    NodeOfTicks here = both.get(0);
    NodeOfTicks there = both.get(1);
    kill();
    long start = System.nanoTime();
    for (int i = 0; i < 1_000; i++) {
      here.publish(tick("N5", i));
    }
    assertTrue(System.nanoTime() - start < 2_000_000_000L, "nobody waits for what is away");
    here.publish(tick("N1", 7));
    there.publish(tick("N2", 8));
    until("the ticks are dropped", () -> here.dropped.get() > 0 && there.dropped.get() > 0);
    startAgain();
    until("one node has it", () -> there.knows(tick("N1", 7)));
    until("the other has it", () -> here.knows(tick("N2", 8)));
    hears(there, here, "N3");
    hears(here, there, "N4");
  }
}
