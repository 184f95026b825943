package energy.optibid.gateway.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of telling or asking an exchange something. */
public sealed interface LinkAnswer {
  /**
   * It did what it was told, or holds what it was asked about.
   *
   * @param reference its name for the order
   */
  record Done(String reference) implements LinkAnswer {}

  /**
   * It did not, and will not.
   *
   * @param reason in its words
   */
  record Refused(String reason) implements LinkAnswer {}

  /** It holds no such order: it never came, or was given back. */
  record Absent() implements LinkAnswer {}

  /** It has what it was told and will say later. */
  record Later() implements LinkAnswer {}

  /**
   * It certainly got nothing.
   *
   * @param retryAfter when it wants to be asked again; null where it did not say
   */
  record NotReached(String reason, @Nullable Duration retryAfter) implements LinkAnswer {}

  /** It may have got it, or not. */
  record Silent(String reason) implements LinkAnswer {}
}
