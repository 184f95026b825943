package energy.optibid.outbox.adapter;

import energy.optibid.outbox.ConsumerQueue;
import energy.optibid.outbox.Delivery;
import energy.optibid.outbox.EventTransport;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Deliveries within the process: a line and two threads per queue. */
public final class DirectTransport implements EventTransport, AutoCloseable {

  static final int THREADS = 2;
  private static final int LONGEST_LINE = 1_000;
  private static final int IDLE_SECONDS = 60;

  private final Consumer<Delivery> receiver;
  private final Map<ConsumerQueue, ThreadPoolExecutor> lines = new EnumMap<>(ConsumerQueue.class);

  public DirectTransport(Consumer<Delivery> receiver, ThreadFactory threads) {
    this.receiver = receiver;
    for (ConsumerQueue queue : ConsumerQueue.values()) {
      ThreadPoolExecutor line =
          new ThreadPoolExecutor(
              THREADS,
              THREADS,
              IDLE_SECONDS,
              TimeUnit.SECONDS,
              new ArrayBlockingQueue<>(LONGEST_LINE),
              threads);
      line.allowCoreThreadTimeOut(true);
      lines.put(queue, line);
    }
  }

  @Override
  public String name() {
    return "direct";
  }

  @Override
  public void send(Delivery delivery) throws TransportException {
    try {
      Objects.requireNonNull(lines.get(delivery.queue())).execute(() -> receiver.accept(delivery));
    } catch (RejectedExecutionException e) {
      throw new TransportException("the line of " + delivery.queue().slug() + " is full", e);
    }
  }

  /** Takes nothing more and forgets what waits; the ledger does not. */
  @Override
  public void close() {
    lines.values().forEach(ThreadPoolExecutor::shutdownNow);
  }
}
