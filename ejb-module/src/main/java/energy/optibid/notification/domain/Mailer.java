package energy.optibid.notification.domain;

import java.util.UUID;

/** Sends e-mail. */
public interface Mailer {

  /** Whether this installation sends e-mail. */
  boolean isOn();

  /**
   * Hands a message to the mail server.
   *
   * @throws NotSentException when it was not, with whether it may be tried again
   */
  void send(Message message) throws NotSentException;

  /** A plain message to one person. */
  record Message(UUID id, String recipient, String name, String subject, String text) {}

  /** A message that did not go out, as far as is known. */
  final class NotSentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public NotSentException(Kind kind, String reason, Throwable cause) {
      super(reason, cause);
      this.kind = kind;
    }

    public Kind kind() {
      return kind;
    }

    /** What may be done about it. */
    public enum Kind {
      /** The server could not be reached or wants it later. */
      LATER,
      /** The server does not take it. */
      REFUSED,
      /** The connection was lost while it was being handed over. */
      IN_DOUBT
    }
  }
}
