package energy.optibid.settlement;

import java.util.Locale;

/** Whether a statement may still be corrected by a later revision of its inputs. */
public enum StatementStatus {
  PROVISIONAL,
  FINAL;

  /** Name in answers and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
