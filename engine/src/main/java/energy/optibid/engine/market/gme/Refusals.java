package energy.optibid.engine.market.gme;

import java.util.ArrayList;
import java.util.List;

/** Counts every refusal of a file and keeps the first ones. */
final class Refusals {
  private static final int SHOWN_CHARACTERS = 60;

  private final String file;
  private final int keep;
  private final List<Refusal> kept = new ArrayList<>();
  private long count;

  Refusals(String file, int keep) {
    this.file = file;
    this.keep = keep;
  }

  void add(long line, String field, RefusalCode code, String reason, String value) {
    count++;
    if (kept.size() < keep) {
      kept.add(new Refusal(file, line, field, code, reason, shown(value)));
    }
  }

  long count() {
    return count;
  }

  List<Refusal> kept() {
    return kept;
  }

  /** A value as it may stand in a report: one line, printable, short. */
  static String shown(String value) {
    String printable = value.replaceAll("\\p{Cntrl}", "\uFFFD");
    return printable.length() <= SHOWN_CHARACTERS
        ? printable
        : printable.substring(0, SHOWN_CHARACTERS) + "…";
  }
}
