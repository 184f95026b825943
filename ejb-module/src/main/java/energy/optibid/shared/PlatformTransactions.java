package energy.optibid.shared;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of the platform itself, which sees every organisation's rows: for what belongs to
 * nobody, such as the clock of a shared exchange. Inside the work {@link TenantConnections} gives
 * this transaction's connection and {@link Transactions} joins it, so that a capability's stores
 * work unchanged; entities are not available, because the persistence context is the tenants'.
 */
public interface PlatformTransactions {

  /**
   * Runs the work in one transaction of the system role; an exception rolls it back and comes
   * through.
   *
   * @throws IllegalStateException inside another transaction of the platform
   */
  <T extends @Nullable Object> T call(Supplier<T> work);
}
