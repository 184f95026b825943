package energy.optibid.identity;

import java.time.Duration;

/**
 * What a signed-in client holds.
 *
 * @param accessToken JWT for the Authorization header
 * @param accessLifetime from now
 * @param refreshToken opaque, for one use
 * @param refreshLifetime from now
 */
public record Tokens(
    String accessToken, Duration accessLifetime, String refreshToken, Duration refreshLifetime) {}
