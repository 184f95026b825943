package energy.optibid.gateway;

import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The connections of the caller's organisation. A foreign or unknown one is {@code not_found}; a
 * stale version is {@code precondition_failed}.
 */
public interface ExchangeConnections {
  /** By id. */
  Page<ExchangeConnection> list(@Nullable String cursor, int limit);

  ExchangeConnection require(UUID id);

  /**
   * @throws ProblemException {@code validation_failed} with every fault; {@code conflict} where the
   *     operator has a connection already
   */
  ExchangeConnection create(ExchangeConnectionInput input);

  /**
   * Changes every property; the operator stays.
   *
   * @throws ProblemException as in {@link #create}; {@code conflict} where the way itself would
   *     change while orders of an open gate are out on it
   */
  ExchangeConnection replace(UUID id, long expectedVersion, ExchangeConnectionInput input);

  /**
   * @throws ProblemException {@code conflict} when orders ever went by it: disable it instead
   */
  void delete(UUID id, long expectedVersion);

  /** Asks the exchange for something that does nothing there, outside of any transaction. */
  ConnectionTest test(UUID id);

  /** What went wrong on it, newest first. */
  Page<ConnectionFault> faults(UUID id, @Nullable String cursor, int limit);
}
