package energy.optibid.idempotency.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.idempotency.Answer;
import energy.optibid.shared.Caller;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class IdempotentCallsIT {

  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final LocalTransactions TRANSACTIONS = SERVER.transactions();
  private static final PostgresIdempotentCalls CALLS =
      new PostgresIdempotentCalls(TRANSACTIONS, TRANSACTIONS);

  private final Caller caller = Tenants.create(SERVER);
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void duplicatesAtTheSameTimeMakeOneCallAndGetOneAnswer() throws Exception {
    int duplicates = 8;
    CyclicBarrier start = new CyclicBarrier(duplicates);
    Callable<Answer> duplicate =
        () -> {
          start.await();
          return once("key", "hash");
        };
    ExecutorService threads = Executors.newFixedThreadPool(duplicates);
    try {
      Set<Answer> answers = new HashSet<>();
      for (Future<Answer> answer : threads.invokeAll(Collections.nCopies(duplicates, duplicate))) {
        answers.add(answer.get());
      }
      assertEquals(
          Set.of(new Answer(201, "{\"call\":1}", Map.of("Location", "/api/v1/bids/1"))), answers);
      assertEquals(1, made.get());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theSameKeyForAnotherRequestIsRefused() {
    once("key", "hash");
    ProblemException refused =
        assertThrows(ProblemException.class, () -> once("key", "other hash"));
    assertEquals(ProblemCode.IDEMPOTENCY_MISMATCH, refused.code());
    assertEquals(1, made.get());
  }

  @Test
  void aStoredAnswerIsFoundBeforeTheWork_andOfAnotherRequestRefused() {
    assertEquals(Optional.empty(), find("key", "hash"));
    Answer stored = once("key", "hash");
    assertEquals(Optional.of(stored), find("key", "hash"));
    ProblemException refused =
        assertThrows(ProblemException.class, () -> find("key", "other hash"));
    assertEquals(ProblemCode.IDEMPOTENCY_MISMATCH, refused.code());
  }

  private Optional<Answer> find(String key, String hash) {
    return TRANSACTIONS.callAs(caller, () -> CALLS.find("POST /bids", key, hash));
  }

  @Test
  void aCallThatFailedMayBeRepeated() {
    Supplier<Answer> failing =
        () -> {
          throw new ProblemException(ProblemCode.GATE_CLOSED, "The gate is closed.");
        };
    assertThrows(
        ProblemException.class,
        () -> TRANSACTIONS.callAs(caller, () -> CALLS.once("POST /bids", "key", "hash", failing)));
    assertEquals(201, once("key", "hash").status());
  }

  @Test
  void keysOfTwoUsersDoNotMeet() {
    Caller other = Tenants.create(SERVER);
    once("key", "hash");
    TRANSACTIONS.callAs(other, () -> CALLS.once("POST /bids", "key", "another", this::call));
    assertEquals(2, made.get());
  }

  @Test
  void anOverlongKeyIsRefused() {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> once("k".repeat(201), "hash"));
    assertEquals(ProblemCode.MALFORMED_REQUEST, refused.code());
  }

  private Answer once(String key, String hash) {
    return TRANSACTIONS.callAs(caller, () -> CALLS.once("POST /bids", key, hash, this::call));
  }

  private Answer call() {
    int number = made.incrementAndGet();
    return new Answer(
        201, "{\"call\":%d}".formatted(number), Map.of("Location", "/api/v1/bids/" + number));
  }
}
