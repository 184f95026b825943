package energy.optibid.web.identity;

import jakarta.json.bind.annotation.JsonbProperty;
import org.jspecify.annotations.Nullable;

/** The refresh token of a client that keeps it itself; a browser sends the cookie instead. */
public record RefreshRequest(@JsonbProperty("refresh_token") @Nullable String refreshToken) {
  @Override
  public String toString() {
    return "RefreshRequest[…]";
  }
}
