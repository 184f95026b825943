package energy.optibid.jobs.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.audit.AuditEntry;
import energy.optibid.audit.AuditQuery;
import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.jobs.Job;
import energy.optibid.jobs.JobHandler;
import energy.optibid.jobs.JobRun;
import energy.optibid.jobs.domain.JobWorker;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.shared.Caller;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.Ids;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsIT {

  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final LocalTransactions TRANSACTIONS = SERVER.transactions();
  private static final PostgresOutbox OUTBOX = new PostgresOutbox(TRANSACTIONS);
  private static final PostgresAuditTrail AUDIT =
      new PostgresAuditTrail(TRANSACTIONS, TRANSACTIONS);
  private static final PostgresJobs JOBS =
      new PostgresJobs(TRANSACTIONS, TRANSACTIONS, OUTBOX, AUDIT);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final Caller caller = Tenants.create(SERVER);
  private final String kind = "kind-" + Ids.next();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @Test
  void aJobThatLosesToAnotherTransaction_beginsAgain_butNotForEver() {
    AtomicInteger runs = new AtomicInteger();
    Job wins = enqueue();
    worker(
            LONG,
            run -> {
              if (runs.incrementAndGet() < 3) {
                throw new DatabaseException(new SQLException("deadlock detected", "40P01"));
              }
              return JsonValue.EMPTY_JSON_OBJECT;
            })
        .workOnce();
    assertEquals(3, runs.get());
    assertEquals(Job.State.SUCCEEDED, find(wins.id()).state());
    Job loses = enqueue();
    worker(
            LONG,
            run -> {
              throw new DatabaseException(new SQLException("deadlock detected", "40P01"));
            })
        .workOnce();
    assertEquals(Job.State.FAILED, find(loses.id()).state());
  }

  @Test
  void everyJobIsDoneOnceByTwoWorkers() throws Exception {
    ConcurrentLinkedQueue<UUID> done = new ConcurrentLinkedQueue<>();
    Work work =
        run -> {
          done.add(run.id());
          return JsonValue.EMPTY_JSON_OBJECT;
        };
    List<UUID> wanted = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      wanted.add(enqueue().id());
    }
    List<Callable<Void>> loops = new ArrayList<>();
    for (JobWorker worker : List.of(worker(LONG, work), worker(LONG, work))) {
      for (int thread = 0; thread < 2; thread++) {
        loops.add(
            () -> {
              while (worker.workOnce()) {
                // until nothing is left
              }
              return null;
            });
      }
    }
    for (Future<Void> loop : threads.invokeAll(loops)) {
      loop.get();
    }
    assertEquals(20, done.size());
    assertEquals(new HashSet<>(wanted), new HashSet<>(done));
    for (UUID id : wanted) {
      assertEquals(Job.State.SUCCEEDED, find(id).state());
    }
  }

  @Test
  void aJobWhoseWorkerDiedIsTakenAgainAndTheDeadOneCannotWrite() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch awake = new CountDownLatch(1);
    Job job = enqueue();
    JobWorker dying =
        worker(
            SHORT,
            run -> {
              begun.countDown();
              assertTrue(awake.await(20, TimeUnit.SECONDS));
              return Json.createObjectBuilder().add("by", "dying").build();
            });
    Future<Boolean> stuck = threads.submit(dying::workOnce);
    assertTrue(begun.await(20, TimeUnit.SECONDS));
    JobWorker next = worker(LONG, run -> Json.createObjectBuilder().add("by", "next").build());
    while (!next.workOnce()) {
      Thread.onSpinWait(); // until the lease of 300 ms has run out
    }
    awake.countDown();
    assertTrue(stuck.get(20, TimeUnit.SECONDS));
    Job end = find(job.id());
    assertEquals(Job.State.SUCCEEDED, end.state());
    JsonObject result = end.result();
    assertNotNull(result);
    assertEquals("next", result.getString("by"));
  }

  @Test
  void aLeaseThatIsRenewedIsNotTaken() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch awake = new CountDownLatch(1);
    Duration lease = Duration.ofSeconds(5);
    enqueue();
    JobWorker slow =
        worker(
            lease,
            run -> {
              begun.countDown();
              assertTrue(awake.await(20, TimeUnit.SECONDS));
              run.checkCancelled();
              return JsonValue.EMPTY_JSON_OBJECT;
            });
    Future<Boolean> working = threads.submit(slow::workOnce);
    assertTrue(begun.await(20, TimeUnit.SECONDS));
    SERVER.execute(
        "update job set lease_until = now() + interval '1 second' where kind = '" + kind + "'");
    slow.beat();
    JobWorker other = worker(lease, run -> JsonValue.EMPTY_JSON_OBJECT);
    assertFalse(other.workOnce());
    assertEquals(
        "t", query("select lease_until > now() + interval '2 seconds' from job where kind = '%s'"));
    awake.countDown();
    assertTrue(working.get(20, TimeUnit.SECONDS));
  }

  @Test
  void aRunningJobIsCancelled() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Job job = enqueue();
    JobWorker worker =
        worker(
            LONG,
            run -> {
              run.progress(1, 3, "first of three");
              begun.countDown();
              while (true) {
                run.checkCancelled();
                Thread.onSpinWait();
              }
            });
    Future<Boolean> working = threads.submit(worker::workOnce);
    assertTrue(begun.await(20, TimeUnit.SECONDS));
    assertEquals(new Job.Progress(1, 3, "first of three"), find(job.id()).progress());
    assertEquals(Job.State.RUNNING, cancel(job.id()).state());
    worker.beat();
    assertTrue(working.get(20, TimeUnit.SECONDS));
    assertEquals(Job.State.CANCELLED, find(job.id()).state());
    assertEquals("job.progress,job.cancelled", events(job.id()));
  }

  @Test
  void aQueuedJobIsCancelledAtOnceAndAFinishedOneNotAtAll() {
    Job job = enqueue();
    assertEquals(Job.State.CANCELLED, cancel(job.id()).state());
    assertFalse(worker(LONG, run -> JsonValue.EMPTY_JSON_OBJECT).workOnce());
    assertEquals(
        ProblemCode.ILLEGAL_TRANSITION,
        assertThrows(ProblemException.class, () -> cancel(job.id())).code());
    List<AuditEntry> told =
        TRANSACTIONS.callAs(caller, () -> AUDIT.list(AuditQuery.ALL, null, 10)).items();
    assertEquals(1, told.size(), "the refused one changes nothing");
    assertEquals("job.cancelled", told.get(0).action());
    assertEquals(job.id(), told.get(0).subjectId());
  }

  @Test
  void anotherOrganisationDoesNotEvenFindIt() {
    Job job = enqueue();
    Caller other = Tenants.create(SERVER);
    for (Callable<Job> call :
        List.<Callable<Job>>of(() -> JOBS.find(job.id()), () -> JOBS.cancel(job.id()))) {
      ProblemException refused =
          assertThrows(ProblemException.class, () -> Tenancy.callAs(other, call));
      assertEquals(ProblemCode.NOT_FOUND, refused.code());
    }
    assertEquals(List.of(), TRANSACTIONS.callAs(other, () -> JOBS.list(null, 10)).items());
  }

  @Test
  void aFailureTellsThePersonAndNotTheInside() {
    Job refused = enqueue();
    worker(
            LONG,
            run -> {
              throw new ProblemException(ProblemCode.CONFLICT, "The file has no prices.");
            })
        .workOnce();
    Job broken = enqueue();
    worker(
            LONG,
            run -> {
              throw new IllegalStateException("select secret");
            })
        .workOnce();
    assertEquals("The file has no prices.", find(refused.id()).error());
    String error = find(broken.id()).error();
    assertNotNull(error);
    assertFalse(error.contains("secret"));
    assertEquals(Job.State.FAILED, find(broken.id()).state());
  }

  @Test
  void aJobThatTakesEveryServerDownIsGivenUp() {
    Job job = enqueue();
    SERVER.execute(
        """
        update job set state = 'running', attempt = 5, lease_until = now() - interval '1 s'
        where id = '%s'"""
            .formatted(job.id()));
    worker(LONG, run -> JsonValue.EMPTY_JSON_OBJECT).workOnce();
    assertEquals(Job.State.FAILED, find(job.id()).state());
  }

  @Test
  void aStoppingServerGivesItsJobBack() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Job job = enqueue();
    JobWorker stopping =
        worker(
            LONG,
            run -> {
              begun.countDown();
              while (true) {
                run.checkCancelled();
                Thread.onSpinWait();
              }
            });
    Future<Boolean> working = threads.submit(stopping::workOnce);
    assertTrue(begun.await(20, TimeUnit.SECONDS));
    stopping.stop();
    assertTrue(working.get(20, TimeUnit.SECONDS));
    assertEquals(Job.State.QUEUED, find(job.id()).state());
    assertTrue(worker(LONG, run -> JsonValue.EMPTY_JSON_OBJECT).workOnce());
    assertEquals(Job.State.SUCCEEDED, find(job.id()).state());
  }

  @Test
  void aHandlerWorksForTheOrganisationThatAsked() {
    enqueue();
    List<Caller> seen = new ArrayList<>();
    worker(
            LONG,
            run -> {
              seen.add(Tenancy.require());
              return JsonValue.EMPTY_JSON_OBJECT;
            })
        .workOnce();
    assertEquals(List.of(Tenancy.jobCaller(caller.organization(), caller.userId())), seen);
    assertTrue(Tenancy.current().isEmpty());
  }

  private Job enqueue() {
    JsonObject input = Json.createObjectBuilder().add("day", "2025-04-02").build();
    return TRANSACTIONS.callAs(caller, () -> JOBS.enqueue(kind, input));
  }

  private Job find(UUID id) {
    return TRANSACTIONS.callAs(caller, () -> JOBS.find(id));
  }

  private Job cancel(UUID id) {
    return TRANSACTIONS.callAs(caller, () -> JOBS.cancel(id));
  }

  private JobWorker worker(Duration lease, Work work) {
    JobHandler handler =
        new JobHandler() {
          @Override
          public String kind() {
            return kind;
          }

          @Override
          public JsonObject run(JobRun run) throws Exception {
            return work.run(run);
          }
        };
    return new JobWorker(
        "worker-" + Ids.next(),
        new PostgresJobQueue(SERVER.systemConnections(), lease),
        new PostgresJobLedger(TRANSACTIONS, TRANSACTIONS, OUTBOX),
        Map.of(kind, handler));
  }

  /** Types of the job's events in order, wherever the relay of another test has brought them. */
  private String events(UUID job) {
    return query(
        """
        select string_agg(type, ',' order by created_at) from (
          select type, created_at from outbox where aggregate_id = '%1$s'
          union all select type, created_at from event_log where aggregate_id = '%1$s') e""",
        job);
  }

  private String query(String sql) {
    return query(sql, kind);
  }

  private static String query(String sql, Object value) {
    return SERVER
        .systemConnections()
        .inTransaction(
            connection -> {
              try (var statement = connection.createStatement();
                  var row = statement.executeQuery(sql.formatted(value))) {
                row.next();
                return row.getString(1);
              }
            });
  }

  private interface Work {
    JsonObject run(JobRun run) throws Exception;
  }
}
