package energy.optibid.clearing;

import java.util.Locale;

/** Where a clearing run stands. */
public enum RunState {
  /** Asked for; its job waits. */
  QUEUED,
  /** Its job is at work. */
  RUNNING,
  /** Done: its result is published. */
  CLEARED,
  /** Ended without a result; nothing was published. */
  FAILED,
  /** Stopped by somebody; nothing was published. */
  CANCELLED;

  /** The word used in the API and in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The run may still publish a result. */
  public boolean isActive() {
    return this == QUEUED || this == RUNNING;
  }
}
