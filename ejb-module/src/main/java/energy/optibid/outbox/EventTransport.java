package energy.optibid.outbox;

/**
 * Brings deliveries to {@link Deliveries#deliver}, here or on another server of the installation.
 * It may lose, repeat and reorder them.
 */
public interface EventTransport {

  /** What people call it, for example {@code jms}. */
  String name();

  /**
   * Takes the delivery over and returns without waiting for the consumer.
   *
   * @throws TransportException when it cannot take it
   */
  void send(Delivery delivery) throws TransportException;

  /** A transport that does not take a delivery at the moment. */
  final class TransportException extends Exception {
    private static final long serialVersionUID = 1L;

    public TransportException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
