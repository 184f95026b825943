package energy.optibid.idempotency;

import java.util.Optional;
import java.util.function.Supplier;

/** Creating calls that may be repeated. */
public interface IdempotentCalls {

  /**
   * Makes the call in one transaction with the storing of its answer, or gives the stored answer. A
   * duplicate that arrives while the first is under way waits for it. A call that throws stores
   * nothing, so that it can be repeated.
   *
   * @param operation name of the call, for example {@code POST /bids}
   * @param key the client's key; scope is the caller's user and the operation
   * @param requestHash digest of everything the request says
   * @throws energy.optibid.shared.ProblemException idempotency_mismatch when the key was used with
   *     another request; malformed_request when the key is longer than 200 characters
   */
  Answer once(String operation, String key, String requestHash, Supplier<Answer> call);

  /**
   * The stored answer of a call, if it has one. For calls whose work is many transactions and may
   * be repeated without harm: those look here first and store their answer by {@link #once}
   * afterwards.
   *
   * @throws energy.optibid.shared.ProblemException idempotency_mismatch as in {@link #once}
   */
  Optional<Answer> find(String operation, String key, String requestHash);
}
