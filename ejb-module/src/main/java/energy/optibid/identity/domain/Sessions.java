package energy.optibid.identity.domain;

import java.time.Instant;
import java.util.Optional;

/** Sessions with their chains of refresh tokens; only digests of the tokens are kept. */
public interface Sessions {

  /** Begins a session and returns its first refresh token. */
  String begin(Account account, Instant now);

  /**
   * Exchanges a token, or revokes its session when it was stolen.
   *
   * @return empty when the token is unknown, expired, revoked or stolen
   */
  Optional<Rotated> rotate(String token, Instant now);

  /** Ends the session of the token, if there is one. */
  void end(String token, Instant now);

  /**
   * @param refreshToken the new one
   */
  record Rotated(Account account, String refreshToken, Instant refreshExpiresAt) {}
}
