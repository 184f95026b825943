package energy.optibid.local;

/**
 * Something the person at the keyboard can put right. The message is one sentence that names the
 * cause and the way out; it is printed without a stack trace.
 */
public final class LaunchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LaunchFailure(String sentence) {
    super(sentence);
  }

  public LaunchFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
