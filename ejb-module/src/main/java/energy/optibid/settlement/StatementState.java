package energy.optibid.settlement;

/** How far the calculation of a statement is. */
public enum StatementState {
  QUEUED,
  RUNNING,
  READY,
  FAILED,
  CANCELLED
}
