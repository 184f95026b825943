package energy.optibid.engine.settlement;

import java.util.Locale;

/** Why the deviation of a block is not in a statement yet. */
public enum MissingInput {
  /** The meter has not been read. */
  METER_READING,
  /** The grid's frequency is unknown. */
  FREQUENCY,
  /** No part of the normal rate is known. */
  NORMAL_RATE;

  /** The name used in the API and in storage. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
