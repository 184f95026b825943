package energy.optibid.risk;

import energy.optibid.shared.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The limits of the caller's organisation. Inputs are refused with every fault at once ({@code
 * validation_failed}); a foreign or unknown id is {@code not_found}, judged before the version. A
 * limit that is narrowed takes nothing back: what stands stays, and nothing is added to it.
 */
public interface RiskLimits {
  /** In order of creation. */
  Page<RiskLimit> list(@Nullable String cursor, int limit);

  /** The limit, or {@code not_found}. */
  RiskLimit require(UUID id);

  /** {@code conflict} when there are as many as there may be, or another one of that name. */
  RiskLimit create(RiskLimitInput input);

  /** Replaces every property; {@code precondition_failed} if the version has moved on. */
  RiskLimit replace(UUID id, long expectedVersion, RiskLimitInput input);

  /** {@code precondition_failed} as in replace. */
  void delete(UUID id, long expectedVersion);
}
