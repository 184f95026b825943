package energy.optibid.jobs.adapter;

import energy.optibid.jobs.domain.JobWorker;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Loops of the worker's threads: work while there is work, otherwise wait to be woken. */
final class WorkerLoop {

  private static final Logger LOG = Logger.getLogger(WorkerLoop.class.getName());

  /** Finds what no signal announced: leases that ran out, signals that got lost. */
  private static final Duration POLL = Duration.ofSeconds(2);

  private final JobWorker worker;
  private final int threads;
  private final Duration beatEvery;
  private final Semaphore work = new Semaphore(0);
  private final Semaphore beat = new Semaphore(0);
  private volatile boolean stopping;

  WorkerLoop(JobWorker worker, int threads, Duration beatEvery) {
    this.worker = worker;
    this.threads = threads;
    this.beatEvery = beatEvery;
  }

  void wake() {
    if (work.availablePermits() < threads) {
      work.release(threads);
    }
    // a cancellation reaches running jobs at once
    if (beat.availablePermits() == 0) {
      beat.release();
    }
  }

  void stop() {
    stopping = true;
    worker.stop();
    work.release(threads);
    beat.release();
  }

  void work() {
    while (!stopping) {
      boolean worked = false;
      try {
        worked = worker.workOnce();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "a job worker could not go on, trying again: {0}", e.toString());
      }
      if (!worked && !waitFor(work, POLL)) {
        return;
      }
    }
  }

  void keepLeases() {
    while (!stopping) {
      if (!waitFor(beat, beatEvery)) {
        return;
      }
      worker.beat();
    }
  }

  /** False when the thread is told to end. */
  private static boolean waitFor(Semaphore signal, Duration atMost) {
    try {
      boolean ignored = signal.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
