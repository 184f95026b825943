package energy.optibid.shared.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Transactions;
import jakarta.interceptor.InvocationContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransactionInterceptorTest {
  private final Diary diary = new Diary();
  private final TransactionInterceptor interceptor = new TransactionInterceptor(diary);

  @Test
  void inTransaction_workSucceeds_commitsAndAnswers() throws Exception {
    assertEquals(7, interceptor.inTransaction(calling(() -> 7)));
    assertEquals(List.of("begin", "commit"), diary.lines);
  }

  @Test
  void inTransaction_problem_rollsBackAndArrivesUnwrapped() {
    ProblemException problem = ProblemException.notFound("asset");
    assertSame(
        problem, thrownBy(ProblemException.class, () -> raise(problem)), "the very same object");
    assertEquals(List.of("begin", "rollback"), diary.lines);
  }

  @Test
  void inTransaction_checkedException_rollsBackAndArrivesUnwrapped() {
    IOException checked = new IOException("disk");
    assertSame(checked, thrownBy(IOException.class, () -> raise(checked)));
    assertEquals(List.of("begin", "rollback"), diary.lines);
  }

  private <E extends Exception> E thrownBy(Class<E> type, Callable<Object> work) {
    return assertThrows(type, () -> interceptor.inTransaction(calling(work)));
  }

  private static Object raise(Exception thrown) throws Exception {
    throw thrown;
  }

  private static InvocationContext calling(Callable<Object> work) {
    return (InvocationContext)
        Proxy.newProxyInstance(
            InvocationContext.class.getClassLoader(),
            new Class<?>[] {InvocationContext.class},
            (proxy, method, arguments) -> {
              assertEquals("proceed", method.getName());
              return work.call();
            });
  }

  /** Transactions that only write down how they went. */
  private static final class Diary implements Transactions {
    private final List<String> lines = new ArrayList<>();

    @Override
    public <T extends @Nullable Object> T call(Supplier<T> work) {
      lines.add("begin");
      try {
        T result = work.get();
        lines.add("commit");
        return result;
      } catch (RuntimeException thrown) {
        lines.add("rollback");
        throw thrown;
      }
    }
  }
}
