package energy.optibid.imports;

import java.util.Locale;

/** Where an import is; the last four are final. */
public enum ImportState {
  /** The files are here. */
  RECEIVED,
  /** They are being read. */
  CHECKING,
  /** A dry run found no fault; nothing was taken. */
  CHECKED,
  /** A file was at fault; nothing was taken. */
  REJECTED,
  /** Order books have become auctions, prices are there to be seen. */
  PUBLISHED,
  /** Stopped by somebody or by a fault of ours; nothing was taken. */
  FAILED;

  /** The name used in the API and in storage: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ImportState ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether nothing more will happen. */
  public boolean isFinal() {
    return this == CHECKED || this == REJECTED || this == PUBLISHED || this == FAILED;
  }
}
