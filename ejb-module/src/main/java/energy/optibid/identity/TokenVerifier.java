package energy.optibid.identity;

import energy.optibid.shared.Caller;
import java.time.Instant;

/** Checks access tokens where no container does, as in a WebSocket handshake. */
public interface TokenVerifier {

  /**
   * @throws energy.optibid.shared.ProblemException unauthenticated when the signature, issuer or
   *     time is wrong
   */
  Verified verify(String jwt);

  /** Public keys as a JWK set (RFC 7517), JSON text. */
  String jwks();

  /**
   * @param expiresAt when the caller must have shown a newer token
   */
  record Verified(Caller caller, Instant expiresAt) {}
}
