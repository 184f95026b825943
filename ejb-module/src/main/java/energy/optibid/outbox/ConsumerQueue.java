package energy.optibid.outbox;

import java.util.Locale;

/** The lines in which deliveries wait apart, so that a slow consumer holds up none of another. */
public enum ConsumerQueue {
  /** What goes to an exchange. */
  GATEWAY,
  /** What people are told. */
  NOTIFICATIONS,
  /** What is kept ready to be read. */
  PROJECTIONS;

  /** Name in messages and of the JMS queue, for example {@code projections}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
