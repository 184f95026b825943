package energy.optibid.resilience;

/** An optional service did not do what it was asked; the message is fit for an operator. */
public final class ServiceUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  ServiceUnavailableException(String service, String reason, Throwable cause) {
    super(service + " " + reason, cause);
  }
}
