package energy.optibid.jobs.domain;

import energy.optibid.jobs.JobHandler;
import energy.optibid.jobs.JobStopped;
import energy.optibid.jobs.domain.JobLedger.Outcome;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.Failpoint;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Works jobs off; several threads may share one worker. */
public final class JobWorker {

  /** A job that has taken down as many servers is not given to another. */
  public static final int MOST_ATTEMPTS = 5;

  private static final Logger LOG = Logger.getLogger(JobWorker.class.getName());

  private final String name;
  private final JobQueue queue;
  private final JobLedger ledger;
  private final Map<String, JobHandler> handlers;
  private final Set<RunningJob> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  /**
   * @param name of this server and start, so that a restarted one is another
   * @param handlers by kind
   */
  public JobWorker(
      String name, JobQueue queue, JobLedger ledger, Map<String, JobHandler> handlers) {
    this.name = name;
    this.queue = queue;
    this.ledger = ledger;
    this.handlers = Map.copyOf(handlers);
  }

  /**
   * Does one job, if there is one.
   *
   * @return false when there was nothing to do
   */
  public boolean workOnce() {
    if (stopping) {
      return false;
    }
    Optional<ClaimedJob> claimed = queue.claim(name, handlers.keySet());
    claimed.ifPresent(this::work);
    return claimed.isPresent();
  }

  /** Renews the leases of all jobs in hand and passes on what was asked meanwhile. */
  public void beat() {
    for (RunningJob run : running) {
      try {
        run.hear(queue.beat(run.job()));
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "could not renew the lease of job " + run.id(), e);
      }
    }
  }

  /** Tells all jobs in hand to stop and takes no more; they go back into the queue. */
  public void stop() {
    stopping = true;
    running.forEach(RunningJob::serverStops);
  }

  private void work(ClaimedJob job) {
    Failpoint.hit("job.claimed");
    RunningJob run = new RunningJob(job, ledger);
    running.add(run);
    try {
      if (stopping) {
        run.serverStops();
      }
      Tenancy.runAs(
          Tenancy.jobCaller(job.organization(), job.requestedBy()), () -> runAndFinish(run));
    } finally {
      running.remove(run);
    }
  }

  private void runAndFinish(RunningJob run) {
    try {
      Outcome outcome = run(run);
      Failpoint.hit("job.done");
      ledger.finish(run.job(), outcome, run.lastProgress());
      Failpoint.hit("job.finished");
    } catch (JobStopped e) {
      LOG.log(Level.INFO, e.getMessage());
      switch (run.stop()) {
        case LOST -> {}
        case SERVER_STOPS -> queue.release(run.job());
        case CANCELLED, NO -> ledger.finish(run.job(), Outcome.cancelled(), run.lastProgress());
      }
    }
  }

  private Outcome run(RunningJob run) {
    ClaimedJob job = run.job();
    JobHandler handler = handlers.get(job.kind());
    if (handler == null || job.attempt() > MOST_ATTEMPTS) {
      return Outcome.failed("Given up: the server stopped each time it worked on this.");
    }
    run.checkCancelled();
    try {
      return Outcome.succeeded(result(handler, run));
    } catch (JobStopped e) {
      throw e;
    } catch (ProblemException e) {
      return Outcome.failed(e.detail());
    } catch (Exception | LinkageError | StackOverflowError e) {
      LOG.log(Level.SEVERE, "job " + job.id() + " of kind " + job.kind() + " failed", e);
      return Outcome.failed("Something went wrong on our side; the server's log names this job.");
    }
  }

  /**
   * Whose transaction the database gives up for another begins again; a job can be run twice
   * without harm.
   */
  private static JsonObject result(JobHandler handler, RunningJob run) throws Exception {
    for (int left = MOST_ATTEMPTS - 1; ; left--) {
      try {
        return handler.run(run);
      } catch (DatabaseException lost) {
        if (left == 0 || !lost.lostToAnother()) {
          throw lost;
        }
        run.checkCancelled();
        LOG.log(Level.INFO, "job {0} lost to another and begins again", run.id());
      }
    }
  }
}
