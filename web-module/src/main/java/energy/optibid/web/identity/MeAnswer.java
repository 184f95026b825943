package energy.optibid.web.identity;

import energy.optibid.identity.Profile;
import energy.optibid.identity.Role;
import java.util.List;
import java.util.UUID;

/** The signed-in person. */
public record MeAnswer(Person user, Company organization, Role role, List<String> permissions) {

  /** The person. */
  public record Person(UUID id, String email, String displayName) {}

  /** The organisation the token is for. */
  public record Company(UUID id, String name, String slug) {}

  static MeAnswer of(Profile me) {
    return new MeAnswer(
        new Person(me.user().id(), me.user().email(), me.user().displayName()),
        new Company(
            me.organization().id().value(), me.organization().name(), me.organization().slug()),
        me.role(),
        me.permissions().stream().sorted().toList());
  }
}
