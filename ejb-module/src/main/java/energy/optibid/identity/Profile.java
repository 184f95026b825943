package energy.optibid.identity;

import java.util.Set;

/** The signed-in person, the organisation and what the role allows. */
public record Profile(User user, Organization organization, Role role, Set<String> permissions) {}
