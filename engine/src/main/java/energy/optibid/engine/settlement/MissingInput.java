package energy.optibid.engine.settlement;

import java.util.Locale;

/** Why a block's part of a statement is not final. */
public enum MissingInput {
  /** The meter has not been read. */
  METER_READING,
  /** The grid's frequency is unknown. */
  FREQUENCY,
  /** No part of the normal rate is known. */
  NORMAL_RATE,
  /** The exchange has told no result, or a provisional one; what it told is in the sums. */
  FINAL_AWARD;

  /** The name used in the API and in storage. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
