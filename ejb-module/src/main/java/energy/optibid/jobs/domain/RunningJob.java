package energy.optibid.jobs.domain;

import energy.optibid.jobs.Job.Progress;
import energy.optibid.jobs.JobRun;
import energy.optibid.jobs.JobStopped;
import energy.optibid.jobs.domain.JobQueue.Beat;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.UUID;

/** A job in the hands of its handler; told by the heartbeat when it has to stop. */
final class RunningJob implements JobRun {

  private static final long PROGRESS_EVERY_NANOS = Duration.ofMillis(500).toNanos();

  /** Why a run must stop. */
  enum Stop {
    NO,
    CANCELLED,
    LOST,
    SERVER_STOPS
  }

  private final ClaimedJob job;
  private final JobLedger ledger;
  private volatile Stop stop = Stop.NO;
  private Progress progress = new Progress(0, 0, "");
  private long toldAt = System.nanoTime() - PROGRESS_EVERY_NANOS;

  RunningJob(ClaimedJob job, JobLedger ledger) {
    this.job = job;
    this.ledger = ledger;
    if (job.cancelRequested()) {
      stop = Stop.CANCELLED;
    }
  }

  ClaimedJob job() {
    return job;
  }

  Stop stop() {
    return stop;
  }

  Progress lastProgress() {
    return progress;
  }

  void hear(Beat beat) {
    switch (beat) {
      case GO_ON -> {}
      case CANCEL -> stop = Stop.CANCELLED;
      case LOST -> stop = Stop.LOST;
    }
  }

  void serverStops() {
    if (stop == Stop.NO) {
      stop = Stop.SERVER_STOPS;
    }
  }

  @Override
  public UUID id() {
    return job.id();
  }

  @Override
  public JsonObject input() {
    return job.input();
  }

  @Override
  public void progress(long done, long total, String note) {
    checkCancelled();
    progress = new Progress(done, total, note);
    long now = System.nanoTime();
    if (now - toldAt >= PROGRESS_EVERY_NANOS) {
      toldAt = now;
      ledger.progress(job, progress);
    }
  }

  @Override
  public void checkCancelled() {
    if (stop != Stop.NO) {
      throw new JobStopped("job " + job.id() + " stops: " + stop);
    }
  }
}
