package energy.optibid.analytics.adapter;

/** ClickHouse refused a statement or could not be asked. */
final class ClickHouseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClickHouseException(String message) {
    super(message);
  }

  ClickHouseException(Throwable cause) {
    super(cause);
  }
}
