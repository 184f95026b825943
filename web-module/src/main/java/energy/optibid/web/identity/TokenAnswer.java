package energy.optibid.web.identity;

import energy.optibid.identity.Tokens;
import jakarta.json.bind.annotation.JsonbProperty;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth 2 token answer.
 *
 * @param expiresIn seconds the access token is good for
 * @param refreshToken left out for browsers, which hold it in a cookie
 */
public record TokenAnswer(
    @JsonbProperty("access_token") String accessToken,
    @JsonbProperty("token_type") String tokenType,
    @JsonbProperty("expires_in") long expiresIn,
    @JsonbProperty("refresh_token") @Nullable String refreshToken) {

  static TokenAnswer of(Tokens tokens, boolean withRefreshToken) {
    return new TokenAnswer(
        tokens.accessToken(),
        "Bearer",
        tokens.accessLifetime().toSeconds(),
        withRefreshToken ? tokens.refreshToken() : null);
  }
}
