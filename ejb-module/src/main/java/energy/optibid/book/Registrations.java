package energy.optibid.book;

import energy.optibid.shared.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records of the caller's organisation. Every change is a version that stays, so that what was on
 * record when can be read; errors as in {@link Contracts}. Of one operator, asset or organisation
 * two records of a kind never hold on the same day, margins apart.
 */
public interface Registrations {
  /** Those that count, in order of creation. */
  Page<Registration> list(RegistrationQuery query, @Nullable String cursor, int limit);

  /** The record as it is or was last. */
  Registration require(UUID id);

  /** Every version, oldest first. */
  List<Registration> versions(UUID id);

  Registration create(RegistrationInput input);

  Registration replace(UUID id, long expectedVersion, RegistrationInput input);

  /** The record counts no more; its versions stay. */
  void remove(UUID id, long expectedVersion);
}
