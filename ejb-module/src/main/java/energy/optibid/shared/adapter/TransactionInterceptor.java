package energy.optibid.shared.adapter;

import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Transactions;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives every call of an {@link InTransaction} bean its transaction. */
@Interceptor
@InTransaction
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class TransactionInterceptor {

  private final Transactions transactions;

  @Inject
  public TransactionInterceptor(Transactions transactions) {
    this.transactions = transactions;
  }

  @AroundInvoke
  public @Nullable Object inTransaction(InvocationContext call) throws Exception {
    Supplier<@Nullable Object> work = () -> proceed(call);
    try {
      return transactions.call(work);
    } catch (Checked carried) {
      throw carried.thrown;
    }
  }

  private static @Nullable Object proceed(InvocationContext call) {
    try {
      return call.proceed();
    } catch (RuntimeException thrown) {
      throw thrown;
    } catch (Exception thrown) {
      throw new Checked(thrown);
    }
  }

  /** Carries a checked exception out of the transaction, which knows unchecked ones only. */
  private static final class Checked extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Exception thrown;

    Checked(Exception thrown) {
      super(thrown);
      this.thrown = thrown;
    }
  }
}
