package energy.optibid.audit.adapter;

import static energy.optibid.audit.adapter.SealedTrail.SERVER;
import static energy.optibid.audit.adapter.SealedTrail.TRAIL;
import static energy.optibid.audit.adapter.SealedTrail.TRANSACTIONS;
import static energy.optibid.audit.adapter.SealedTrail.price;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.audit.AuditExports.Format;
import energy.optibid.audit.ChainState;
import energy.optibid.engine.audit.ChainedEntry;
import energy.optibid.shared.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entries written while the chain is sealed: none is skipped, none comes twice. */
class AuditSealingIT {
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @SuppressWarnings("NullAway") // opened before each test
  private SealedTrail trail;

  @BeforeEach
  void open() throws SQLException {
    trail = SealedTrail.open();
  }

  @AfterEach
  void close() throws SQLException {
    trail.close();
    threads.shutdownNow();
  }

  @Test
  void anEntryThatCommitsLate_isNeitherSkippedNorOvertaken() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    Future<?> slow =
        threads.submit(
            () ->
                TRANSACTIONS.runAs(
                    trail.caller,
                    () -> {
                      TRAIL.record("slow", "test", Ids.next(), price("1"));
                      written.countDown();
                      await(commit);
                    }));
    await(written);
    trail.write("fast");
    AuditSealer.sealAll(trail.sealer);
    assertEquals(0, trail.state().number());
    assertEquals(1, trail.state().waiting(), "the slow entry is not committed, so nobody sees it");
    commit.countDown();
    slow.get();
    AuditSealer.sealAll(trail.sealer);
    assertEquals(2, trail.verified().number());
    assertEquals(0, trail.verified().waiting());
  }

  @Test
  void twentyWritersWhileItIsSealed_oneCompleteChain() throws Exception {
    int each = 40;
    CountDownLatch writing = new CountDownLatch(20);
    List<Callable<Void>> writers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      writers.add(
          () -> {
            for (int n = 0; n < each; n++) {
              trail.write("entry");
            }
            writing.countDown();
            return null;
          });
    }
    Future<Integer> rival =
        threads.submit(
            () -> {
              try (Connection other = SERVER.settings().openAsSystem()) {
                int sealed = 0;
                while (writing.getCount() > 0) {
                  sealed += AuditSealer.sealAll(other);
                }
                return sealed;
              }
            });
    Future<Integer> mine =
        threads.submit(
            () -> {
              int sealed = 0;
              while (writing.getCount() > 0) {
                sealed += AuditSealer.sealAll(trail.sealer);
              }
              return sealed;
            });
    for (Future<Void> done : threads.invokeAll(writers)) {
      done.get();
    }
    int byRival = rival.get();
    int byMe = mine.get();
    assertTrue(byRival == 0 || byMe == 0, "only one of two sealed");
    AuditSealer.sealAll(trail.sealer);

    ChainState state = trail.verified();
    assertEquals(20 * each, state.number());
    Set<Long> numbers = new HashSet<>();
    for (String line : trail.export(Format.JSONL).split("\n")) {
      numbers.add(ChainedEntry.read(line).number());
    }
    assertEquals(LongStream.rangeClosed(1, 20 * each).boxed().collect(Collectors.toSet()), numbers);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
