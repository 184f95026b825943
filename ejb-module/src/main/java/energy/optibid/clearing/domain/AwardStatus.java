package energy.optibid.clearing.domain;

import java.util.Locale;

/** How far an award can be relied on. */
public enum AwardStatus {
  /** Told to the system operator; may still change. */
  PROVISIONAL,
  /** What is delivered and paid. */
  FINAL;

  /** Name in answers and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
