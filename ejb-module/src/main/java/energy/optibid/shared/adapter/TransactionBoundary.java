package energy.optibid.shared.adapter;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call of an enterprise bean, because on a managed thread Payara 6 enlists connections in its
 * transactions only: in one begun by {@code jakarta.transaction.Transactional} each statement
 * commits for itself, the organisation set on the connection is lost at once, and row-level
 * security hides every row.
 */
@Stateless
public class TransactionBoundary {

  @Resource private SessionContext context;

  /**
   * The work's result or what it threw, which the container would wrap; that rolls back. Work that
   * went on after a call within it had failed is refused: the container would roll it back in
   * silence and tell the caller that all is well.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public <T extends @Nullable Object> Attempt<T> attempt(Supplier<T> work) {
    try {
      T result = work.get();
      if (context.getRollbackOnly()) {
        throw new IllegalStateException("the transaction was lost to a failure within it");
      }
      return new Attempt<>(result, null);
    } catch (RuntimeException | Error thrown) {
      context.setRollbackOnly();
      return new Attempt<>(null, thrown);
    }
  }

  /** What came of it. */
  public record Attempt<T extends @Nullable Object>(
      @Nullable T result, @Nullable Throwable thrown) {}
}
