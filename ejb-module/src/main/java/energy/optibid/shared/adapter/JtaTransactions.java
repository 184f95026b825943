package energy.optibid.shared.adapter;

import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The container's transactions. */
@ApplicationScoped
@Typed(Transactions.class)
class JtaTransactions implements Transactions {

  @Override
  @Transactional
  public <T extends @Nullable Object> T call(Supplier<T> work) {
    return work.get();
  }
}
