package energy.optibid.market.domain;

import energy.optibid.market.PriceTick;
import energy.optibid.market.domain.TickMessage.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What this node has yet to say to the others, in its order. Ticks may be dropped, for the line is
 * bounded and what could not be sent is old. Whatever is dropped, the newest of each block is owed
 * instead, and what is owed is never forgotten: a greeting and the newest are said again until they
 * were sent.
 */
public final class TickLine {
  /** A second or two of a busy feed. */
  static final int MOST_TICKS = 100_000;

  /** Most ticks that are sent at once. */
  private static final int LARGEST_SENDING = 10_000;

  private final UUID own;
  private final Supplier<List<PriceTick>> newest;
  private final Deque<TickMessage> line = new ArrayDeque<>();
  private int ticksInLine;
  private boolean helloIsOwed;
  private boolean newestIsOwed;

  /**
   * @param own this node
   * @param newest the newest of each block that this node has
   */
  public TickLine(UUID own, Supplier<List<PriceTick>> newest) {
    this.own = own;
    this.newest = newest;
  }

  /**
   * Takes ticks that came in just now.
   *
   * @return how many find no place and are dropped: none or all
   */
  public synchronized int add(List<PriceTick> ticks) {
    if (ticksInLine + ticks.size() > MOST_TICKS) {
      newestIsOwed = true;
      return ticks.size();
    }
    append(TickMessage.split(own, Kind.TICKS, ticks));
    notifyAll();
    return 0;
  }

  /** This node begins to listen: it asks the others for their newest and tells them its own. */
  public synchronized void greet() {
    helloIsOwed = true;
    answer();
  }

  /** Another node begins to listen and is to be told the newest. */
  public synchronized void answer() {
    newestIsOwed = true;
    notifyAll();
  }

  /**
   * Waits for something to say.
   *
   * @return what to send next; nothing where the newest are owed and none are known
   */
  public List<TickMessage> next() throws InterruptedException {
    boolean telling;
    synchronized (this) {
      while (line.isEmpty() && !helloIsOwed && !newestIsOwed) {
        wait();
      }
      if (helloIsOwed) {
        append(List.of(new TickMessage(own, Kind.HELLO, List.of())));
        helloIsOwed = false;
      }
      telling = newestIsOwed;
      newestIsOwed = false;
    }
    // whatever the newest overtake is in line before them, so nobody hears an older tick after them
    List<PriceTick> known = telling ? newest.get() : List.of();
    synchronized (this) {
      append(TickMessage.split(own, Kind.NEWEST, known));
      return take();
    }
  }

  private void append(List<TickMessage> messages) {
    for (TickMessage message : messages) {
      line.add(message);
      ticksInLine += message.ticks().size();
    }
  }

  private List<TickMessage> take() {
    List<TickMessage> taken = new ArrayList<>();
    int ticks = 0;
    while (!line.isEmpty() && ticks < LARGEST_SENDING) {
      TickMessage message = line.remove();
      ticks += message.ticks().size();
      taken.add(message);
    }
    ticksInLine -= ticks;
    return taken;
  }

  /**
   * Takes back what could not be sent. Ticks are dropped, those still in line too; the rest is owed
   * again.
   *
   * @return how many ticks are dropped
   */
  public synchronized int lost(List<TickMessage> unsent) {
    List<TickMessage> messages = new ArrayList<>(unsent);
    messages.addAll(line);
    line.clear();
    ticksInLine = 0;
    int dropped = 0;
    for (TickMessage message : messages) {
      switch (message.kind()) {
        case HELLO -> helloIsOwed = true;
        case NEWEST -> newestIsOwed = true;
        case TICKS -> {
          newestIsOwed = true;
          dropped += message.ticks().size();
        }
      }
    }
    return dropped;
  }
}
