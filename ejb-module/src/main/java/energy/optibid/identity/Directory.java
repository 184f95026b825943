package energy.optibid.identity;

import energy.optibid.shared.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The caller's organisation and its people. */
public interface Directory {

  Profile me();

  Organization organization();

  /** By time of joining. */
  Page<User> users(@Nullable String cursor, int limit);

  /**
   * @throws energy.optibid.shared.ProblemException not_found, also for people of other
   *     organisations
   */
  User user(UUID id);
}
