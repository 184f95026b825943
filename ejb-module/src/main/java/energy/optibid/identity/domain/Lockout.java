package energy.optibid.identity.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Failed attempts to sign in with one address, known or not.
 *
 * <p>An attempt counts as failed before the password is looked at and is forgiven when it was
 * right; otherwise many attempts at once would all be tried before the first was counted.
 *
 * @param lockedUntil null while the address may be tried
 */
public record Lockout(int failures, Instant lastAt, @Nullable Instant lockedUntil) {

  /** The attempt after this many failures is refused. */
  public static final int ALLOWED_FAILURES = 5;

  /** How long a locked address stays locked, and after which quiet time failures are forgotten. */
  public static final Duration DURATION = Duration.ofMinutes(15);

  public static Lockout none(Instant now) {
    return new Lockout(0, now, null);
  }

  /** How long the address is still locked, empty when it may be tried. */
  public Optional<Duration> remaining(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil)
        ? Optional.of(Duration.between(now, lockedUntil))
        : Optional.empty();
  }

  /** After one more attempt, counted as failed. */
  public Lockout afterFailure(Instant now) {
    boolean forgotten =
        lockedUntil != null || Duration.between(lastAt, now).compareTo(DURATION) > 0;
    int counted = forgotten ? 1 : failures + 1;
    return new Lockout(counted, now, counted >= ALLOWED_FAILURES ? now.plus(DURATION) : null);
  }
}
