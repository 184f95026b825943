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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  private final List<WorkerLoop> loops = new ArrayList<>();
  private final List<Subscription> subscriptions = new ArrayList<>();

  @PostConstruct
  void start() {
    Map<String, JobHandler> byKind = new HashMap<>();
    for (JobHandler handler : handlers) {
      if (byKind.put(handler.kind(), handler) != null) {
        throw new IllegalStateException("two handlers for jobs of kind " + handler.kind());
      }
    }
    startLoop("server-", THREADS, byKind);
    Map<String, JobHandler> urgent = new HashMap<>(byKind);
    urgent.values().removeIf(handler -> !handler.isUrgent());
    if (!urgent.isEmpty()) {
      startLoop("urgent-", 1, urgent);
    }
  }

  private void startLoop(String name, int workers, Map<String, JobHandler> kinds) {
    JobWorker worker =
        new JobWorker(name + Ids.next(), new PostgresJobQueue(connections, LEASE), ledger, kinds);
    WorkerLoop loop = new WorkerLoop(worker, workers, LEASE.dividedBy(3));
    loops.add(loop);
    subscriptions.add(signals.onSignal(DatabaseSignals.JOBS, loop::wake));
    for (int i = 1; i <= workers; i++) {
      startThread("optibid-job-" + name + i, loop::work);
    }
    startThread("optibid-job-" + name + "lease", loop::keepLeases);
  }

  @PreDestroy
  void stop() {
    subscriptions.forEach(Subscription::close);
    loops.forEach(WorkerLoop::stop);
  }

  private void startThread(String name, Runnable work) {
    Thread thread = threads.newThread(work);
    thread.setName(name);
    thread.start();
  }
}
