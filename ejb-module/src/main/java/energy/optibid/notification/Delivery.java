package energy.optibid.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one notification went one way.
 *
 * @param recipient e-mail address, or the person's name in the application
 * @param dueAt when it goes out, or went; later for digests, quiet hours and repeated attempts
 * @param error what the last attempt ended with
 */
public record Delivery(
    UUID id,
    UUID notificationId,
    String title,
    AlertRule.Channel channel,
    String recipient,
    AlertRule.Digest digest,
    State state,
    int attempts,
    Instant createdAt,
    Instant dueAt,
    @Nullable Instant finishedAt,
    @Nullable String error) {

  /** How far it is. */
  public enum State {
    WAITING,
    SENDING,
    DELIVERED,
    /** Given up: the server refused it, or did so too often. */
    FAILED,
    /** Sent, and nobody said whether it arrived; it is not sent again. */
    IN_DOUBT,
    /** The channel is not switched on. */
    OFF;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static State ofCode(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
