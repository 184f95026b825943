package energy.optibid.settlement;

import java.util.Locale;

/** Where a dispute stands; {@link #CLOSED} is final. */
public enum DisputeState {
  /** Written down, told to nobody. */
  OPEN,
  /** Put to the other side. */
  SUBMITTED,
  /** The other side agrees. */
  ACCEPTED,
  /** The other side does not. */
  REJECTED,
  /** Given up by us. */
  WITHDRAWN,
  CLOSED;

  /** Name in answers and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
