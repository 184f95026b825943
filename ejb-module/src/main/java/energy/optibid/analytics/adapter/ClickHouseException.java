package energy.optibid.analytics.adapter;

import energy.optibid.resilience.ServiceUnavailableException;

/** ClickHouse refused a statement or could not be asked. */
final class ClickHouseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClickHouseException(String message) {
    super(message);
  }

  ClickHouseException(Throwable cause) {
    super(cause);
  }

  /** It was not asked, or its guard gave up on it. */
  ClickHouseException(ServiceUnavailableException cause) {
    super(cause.getMessage(), cause);
  }
}
