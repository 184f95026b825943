package energy.optibid.gateway.domain;

/** A file of an exchange that does not say what such a file says. */
public final class UnreadableFile extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param sentence what is wrong, with the line where it is, for people
   */
  public UnreadableFile(String sentence) {
    super(sentence);
  }

  /** What is wrong, for people. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
