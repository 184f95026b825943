package energy.optibid.it.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at a fixed rate, whether or not earlier ones have been answered. Latency counts from the
 * moment a request was due, so that a server that makes requests queue up cannot hide it.
 */
final class OpenLoad implements AutoCloseable {
  private static final int THREADS = 64;

  private final List<Kind> kinds;
  private final long gapNanos;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread clock = new Thread(this::tick, "open-load");
  private Phase phase = new Phase("before");

  /**
   * A kind of request.
   *
   * @param call makes one; throws when the answer is not what it must be
   */
  record Kind(String name, Runnable call) {}

  /**
   * A stretch of time.
   *
   * @param requests that count under its name and have no answer yet, and one for the stretch
   */
  private record Phase(String name, Phaser requests) {
    Phase(String name) {
      this(name, new Phaser(1));
    }
  }

  private record Outcome(String phase, String kind, long micros, String error) {}

  /** Latencies of a phase in milliseconds. */
  record Summary(int requests, double p50, double p99, double max, List<String> errors) {}

  OpenLoad(List<Kind> kinds, int perSecond) {
    this.kinds = List.copyOf(kinds);
    this.gapNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
  }

  void start() {
    clock.start();
  }

  /**
   * What is asked from now on counts under that name. Returns when what was asked before is
   * answered, so that what is done to the system then cannot befall it.
   */
  void phase(String name) {
    Phase before;
    synchronized (this) {
      before = phase;
      phase = new Phase(name);
    }
    before.requests().arriveAndAwaitAdvance();
  }

  private synchronized Phase begin() {
    phase.requests().register();
    return phase;
  }

  private void tick() {
    long start = System.nanoTime();
    for (long number = 0; stopping.getCount() > 0; number++) {
      long due = start + number * gapNanos;
      while (due - System.nanoTime() > 0) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      Kind kind = kinds.get((int) (number % kinds.size()));
      Phase during = begin();
      threads.execute(() -> ask(kind, during, due));
    }
  }

  private void ask(Kind kind, Phase during, long due) {
    try {
      String error = errorOf(kind);
      long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due);
      outcomes.add(new Outcome(during.name(), kind.name(), micros, error));
    } finally {
      during.requests().arriveAndDeregister();
    }
  }

  private static String errorOf(Kind kind) {
    try {
      kind.call().run();
      return "";
    } catch (RuntimeException | AssertionError e) {
      return kind.name() + ": " + e;
    }
  }

  /** By phase, in the order in which they came. */
  Map<String, Summary> summaries() {
    Map<String, List<Outcome>> byPhase = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      byPhase.computeIfAbsent(outcome.phase(), name -> new ArrayList<>()).add(outcome);
    }
    Map<String, Summary> summaries = new LinkedHashMap<>();
    byPhase.forEach((name, those) -> summaries.put(name, summary(those)));
    return summaries;
  }

  private static Summary summary(List<Outcome> outcomes) {
    List<Long> micros = new ArrayList<>(outcomes.stream().map(Outcome::micros).toList());
    Collections.sort(micros);
    return new Summary(
        micros.size(),
        percentile(micros, 50),
        percentile(micros, 99),
        percentile(micros, 100),
        outcomes.stream().map(Outcome::error).filter(error -> !error.isEmpty()).toList());
  }

  private static double percentile(List<Long> sorted, int percent) {
    return sorted.get((sorted.size() - 1) * percent / 100) / 1000.0;
  }

  /** Ends it and waits for what is under way. */
  @Override
  public void close() throws InterruptedException {
    stopping.countDown();
    clock.join();
    threads.shutdown();
    if (!threads.awaitTermination(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("some requests have no answer");
    }
  }
}
