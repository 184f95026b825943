package energy.optibid.shared.adapter;

import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The container's transactions. */
@ApplicationScoped
@Typed(Transactions.class)
class JtaTransactions implements Transactions {

  private final TransactionBoundary boundary;

  @Inject
  JtaTransactions(TransactionBoundary boundary) {
    this.boundary = boundary;
  }

  @Override
  @SuppressWarnings("NullAway") // the result is what the work gave, null only where T may be
  public <T extends @Nullable Object> T call(Supplier<T> work) {
    if (PlatformScope.current().isPresent()) {
      return work.get();
    }
    TransactionBoundary.Attempt<T> attempt = boundary.attempt(work);
    if (attempt.thrown() instanceof RuntimeException failure) {
      throw failure;
    }
    if (attempt.thrown() instanceof Error failure) {
      throw failure;
    }
    return attempt.result();
  }
}
