package energy.optibid.analytics;

import java.util.Locale;

/** Which database worked an answer out. */
public enum Engine {
  POSTGRESQL,
  CLICKHOUSE;

  /** The name used in the API: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
