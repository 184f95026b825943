package energy.optibid.notification;

import org.jspecify.annotations.Nullable;

/**
 * When a person may be disturbed.
 *
 * @param timeZone IANA name
 * @param quietFrom HH:MM from which no e-mail goes out unless it is critical; may be later in the
 *     day than {@code quietTo}
 * @param mail whether this installation sends e-mail at all
 * @param version the entity tag; 0 before anything was set
 */
public record NotificationSettings(
    String timeZone,
    @Nullable String quietFrom,
    @Nullable String quietTo,
    boolean mail,
    long version) {

  /** What a person wants. */
  public record Input(
      @Nullable String timeZone, @Nullable String quietFrom, @Nullable String quietTo) {}
}
