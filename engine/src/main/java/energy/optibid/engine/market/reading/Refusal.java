package energy.optibid.engine.market.reading;

/**
 * One reason why a file is refused.
 *
 * @param file name of the file as given
 * @param line line of the file, the header being line 1
 * @param field column, empty where the whole line is meant
 * @param code kind of fault
 * @param reason one sentence a trader understands
 * @param value the offending text, shortened; empty where there is none
 */
public record Refusal(
    String file, long line, String field, RefusalCode code, String reason, String value) {
  /** The refusal as one line of text. */
  @Override
  public String toString() {
    return file + ":" + line + (field.isEmpty() ? "" : " " + field) + ": " + reason;
  }
}
