package energy.optibid.notification;

import energy.optibid.shared.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own rules; anybody else's are {@code not_found}. Inputs are refused with every fault
 * at once.
 */
public interface AlertRules {

  /** In order of creation. */
  Page<AlertRule> list(@Nullable String cursor, int limit);

  AlertRule require(UUID id);

  /** {@code conflict} when somebody has as many as there may be. */
  AlertRule create(AlertRuleInput input);

  /** Replaces every property; {@code precondition_failed} if the version has moved on. */
  AlertRule replace(UUID id, long expectedVersion, AlertRuleInput input);

  /** What it told stays; {@code precondition_failed} as in replace. */
  void delete(UUID id, long expectedVersion);
}
