package energy.optibid.engine.market.reading;

import java.util.ArrayList;
import java.util.List;

/** Counts every refusal of a file and keeps the first ones. */
public final class Refusals {
  private static final int SHOWN_CHARACTERS = 60;

  private final String file;
  private final int keep;
  private final List<Refusal> kept = new ArrayList<>();
  private long count;

  /**
   * @param file name of the file as given
   * @param keep how many are kept; all are counted
   */
  public Refusals(String file, int keep) {
    this.file = file;
    this.keep = keep;
  }

  /** One more fault; its value is shortened and made printable. */
  public void add(long line, String field, RefusalCode code, String reason, String value) {
    count++;
    if (kept.size() < keep) {
      kept.add(new Refusal(file, line, field, code, reason, shown(value)));
    }
  }

  /** All faults so far. */
  public long count() {
    return count;
  }

  /** The first of them, in the order they were found. */
  public List<Refusal> kept() {
    return kept;
  }

  /** A value as it may stand in a report: one line, printable, short. */
  public static String shown(String value) {
    String printable = value.replaceAll("\\p{Cntrl}", "\uFFFD");
    return printable.length() <= SHOWN_CHARACTERS
        ? printable
        : printable.substring(0, SHOWN_CHARACTERS) + "…";
  }
}
