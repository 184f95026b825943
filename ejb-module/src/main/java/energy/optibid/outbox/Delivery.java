package energy.optibid.outbox;

import energy.optibid.shared.OrganizationId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Word that an event waits for a consumer. It carries nothing of the event, and one that comes
 * twice, late or from a stranger does nothing: what counts is the row it names.
 *
 * @param position of the event in the log
 * @param organization whose event it is; null for the whole platform
 */
public record Delivery(
    String consumer, ConsumerQueue queue, long position, @Nullable OrganizationId organization) {

  private static final String SEPARATOR = " ";
  private static final String PLATFORM = "-";

  /** As the text of a message. */
  public String toText() {
    return String.join(
        SEPARATOR,
        queue.slug(),
        consumer,
        Long.toString(position),
        organization == null ? PLATFORM : organization.toString());
  }

  /**
   * Reads {@link #toText} back.
   *
   * @throws IllegalArgumentException when it is no such text
   */
  public static Delivery parse(String text) {
    String[] parts = text.split(SEPARATOR);
    if (parts.length != 4) {
      throw new IllegalArgumentException("not a delivery: " + text);
    }
    return new Delivery(
        parts[1],
        ConsumerQueue.valueOf(parts[0].toUpperCase(Locale.ROOT)),
        Long.parseLong(parts[2]),
        parts[3].equals(PLATFORM) ? null : new OrganizationId(UUID.fromString(parts[3])));
  }
}
