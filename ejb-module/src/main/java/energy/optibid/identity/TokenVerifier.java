package energy.optibid.identity;

import energy.optibid.shared.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
   * @param session the signed-in session the token belongs to; null for a token of old
   * @param expiresAt when the caller must have shown a newer token
   */
  record Verified(Caller caller, @Nullable UUID session, Instant expiresAt) {}
}
