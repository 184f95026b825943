package energy.optibid.shared;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where a transaction begins and ends. */
public interface Transactions {

  /**
   * Runs the work in the transaction that is under way, or in a new one that commits at the end;
   * rolls back when the work throws.
   */
  <T extends @Nullable Object> T call(Supplier<T> work);
}
