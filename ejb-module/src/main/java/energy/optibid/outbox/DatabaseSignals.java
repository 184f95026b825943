package energy.optibid.outbox;

/** Notifications of the database, heard on this node; they wake, they carry nothing. */
public interface DatabaseSignals {

  /** Work was queued or is to be cancelled. */
  String JOBS = "optibid_jobs";

  /** A session has ended before its time. */
  String REVOKED_SESSIONS = "optibid_revoked_sessions";

  /**
   * Calls the listener, which returns at once, whenever the signal is given or may have been missed
   * (after a lost connection).
   */
  EventLog.Subscription onSignal(String name, Runnable listener);
}
