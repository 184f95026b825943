package energy.optibid.identity.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Sessions with their chains of refresh tokens; only digests of the tokens are kept. */
public interface Sessions {

  /** Begins a session with its first refresh token. */
  Begun begin(Account account, Instant now);

  /**
   * Exchanges a token, or revokes its session when it was stolen.
   *
   * @return empty when the token is unknown, expired, revoked or stolen
   */
  Optional<Rotated> rotate(String token, Instant now);

  /** Ends the session of the token, if there is one that goes on and whose account is there. */
  Optional<Ended> end(String token, Instant now);

  /** Ends a session by its id, if it goes on and its account is there. */
  Optional<Ended> end(UUID session, Instant now);

  /** A new session. */
  record Begun(UUID session, String refreshToken) {}

  /** A session that its person ended. */
  record Ended(Account account, UUID session) {}

  /**
   * @param refreshToken the new one
   */
  record Rotated(Account account, UUID session, String refreshToken, Instant refreshExpiresAt) {}
}
