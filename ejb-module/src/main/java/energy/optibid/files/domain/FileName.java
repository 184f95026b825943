package energy.optibid.files.domain;

/** A name that can be shown. */
public final class FileName {
  private static final int LONGEST = 200;

  private FileName() {}

  /** The last part of what may be a path, without control and direction characters. */
  public static String shown(String sent) {
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "").strip();
    if (clean.isEmpty() || clean.chars().allMatch(character -> character == '.')) {
      return "unnamed";
    }
    int points = clean.codePointCount(0, clean.length());
    return points <= LONGEST ? clean : clean.substring(0, clean.offsetByCodePoints(0, LONGEST));
  }
}
