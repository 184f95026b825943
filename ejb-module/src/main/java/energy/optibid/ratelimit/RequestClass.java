package energy.optibid.ratelimit;

import java.util.Locale;

/** Requests that are counted together. */
public enum RequestClass {
  /** Signing in and out and renewing tokens, by address. */
  AUTH,
  READS,
  WRITES,
  /** Files. */
  UPLOADS;

  /** Name in settings and keys. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
