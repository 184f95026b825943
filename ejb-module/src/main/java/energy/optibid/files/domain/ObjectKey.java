package energy.optibid.files.domain;

import energy.optibid.shared.OrganizationId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Name of an object: a prefix per organisation, and an id; nothing a sender writes is in it. */
public record ObjectKey(OrganizationId organization, UUID id) {
  private static final Pattern SHAPE = Pattern.compile("([0-9a-f-]{36})/([0-9a-f-]{36})");

  /** {@code <organisation>/<id>}. */
  public String path() {
    return organization + "/" + id;
  }

  /** The key of that path; empty for what is none of ours. */
  public static Optional<ObjectKey> of(String path) {
    Matcher parts = SHAPE.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ObjectKey(OrganizationId.of(parts.group(1)), UUID.fromString(parts.group(2))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
