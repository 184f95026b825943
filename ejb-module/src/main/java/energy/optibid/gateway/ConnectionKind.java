package energy.optibid.gateway;

import java.util.Locale;

/** How an organisation reaches an exchange. */
public enum ConnectionKind {
  /** Not at all: bids are acknowledged here, for practice. */
  SIMULATED,
  /** By files in a folder that somebody else's software carries to the exchange. */
  FILE_DROP,
  /** By signed HTTP requests. */
  HTTP;

  /** The name used in the API and in storage: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ConnectionKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
