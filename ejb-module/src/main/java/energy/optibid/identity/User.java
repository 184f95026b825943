package energy.optibid.identity;

import java.util.Locale;
import java.util.UUID;

/** A person as a member of the caller's organisation. */
public record User(UUID id, String email, String displayName, Role role, State state) {

  /** Whether the person may sign in. */
  public enum State {
    ACTIVE,
    DISABLED;

    /** Name in answers and in the database. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String slug) {
      return valueOf(slug.toUpperCase(Locale.ROOT));
    }
  }
}
