package energy.optibid.jobs;

/** Ends a handler whose job was cancelled or taken over. */
public class JobStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public JobStopped(String reason) {
    super(reason);
  }
}
