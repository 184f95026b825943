package energy.optibid.identity.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How sessions live and die. */
public final class SessionRules {

  /** So long the nodes remember a session that has ended, so it is short. */
  public static final Duration ACCESS_LIFETIME = Duration.ofMinutes(10);

  /** A session that is not used for so long ends. */
  public static final Duration IDLE_LIFETIME = Duration.ofDays(7);

  /** Then the password is asked for again, whatever happened in between. */
  public static final Duration SESSION_LIFETIME = Duration.ofDays(30);

  /** Two tabs may show the same token at nearly the same time. */
  public static final Duration GRACE = Duration.ofSeconds(10);

  private SessionRules() {}

  /** What a shown refresh token leads to. */
  public enum Verdict {
    ROTATE,
    EXPIRED,
    /** Shown again long after it was exchanged: somebody else has a copy. */
    STOLEN
  }

  /**
   * @param usedAt when the token was first exchanged, null if it was not
   * @param expiresAt the earlier of the token's and the session's end
   */
  public static Verdict judge(@Nullable Instant usedAt, Instant expiresAt, Instant now) {
    if (usedAt != null && now.isAfter(usedAt.plus(GRACE))) {
      return Verdict.STOLEN;
    }
    return now.isBefore(expiresAt) ? Verdict.ROTATE : Verdict.EXPIRED;
  }
}
