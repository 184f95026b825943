package energy.optibid.jobs.adapter;

import energy.optibid.jobs.JobHandler;
import energy.optibid.jobs.domain.JobLedger;
import energy.optibid.jobs.domain.JobWorker;
import energy.optibid.outbox.DatabaseSignals;
import energy.optibid.outbox.EventLog.Subscription;
import energy.optibid.shared.Ids;
import energy.optibid.shared.SystemConnections;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The worker threads of this server, alive while the application is deployed. */
@Singleton
@Startup
@DependsOn({"DatabaseMigration", "EventRelayThread"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class JobWorkers {

  private static final int THREADS = 2;
  private static final Duration LEASE = Duration.ofSeconds(30);

  @Resource private ManagedThreadFactory threads;
  @Inject private SystemConnections connections;
  @Inject private JobLedger ledger;
  @Inject private DatabaseSignals signals;
  @Inject @Any private Instance<JobHandler> handlers;
  private @Nullable WorkerLoop loop;
  private @Nullable Subscription subscription;

  @PostConstruct
  void start() {
    Map<String, JobHandler> byKind = new HashMap<>();
    for (JobHandler handler : handlers) {
      if (byKind.put(handler.kind(), handler) != null) {
        throw new IllegalStateException("two handlers for jobs of kind " + handler.kind());
      }
    }
    JobWorker worker =
        new JobWorker(
            "server-" + Ids.next(), new PostgresJobQueue(connections, LEASE), ledger, byKind);
    WorkerLoop started = new WorkerLoop(worker, THREADS, LEASE.dividedBy(3));
    loop = started;
    subscription = signals.onSignal(DatabaseSignals.JOBS, started::wake);
    for (int i = 1; i <= THREADS; i++) {
      startThread("optibid-job-worker-" + i, started::work);
    }
    startThread("optibid-job-lease", started::keepLeases);
  }

  @PreDestroy
  void stop() {
    Subscription ending = subscription;
    if (ending != null) {
      ending.close();
    }
    WorkerLoop running = loop;
    if (running != null) {
      running.stop();
    }
  }

  private void startThread(String name, Runnable work) {
    Thread thread = threads.newThread(work);
    thread.setName(name);
    thread.start();
  }
}
