package energy.optibid.web.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody types to sign in. */
public record LoginRequest(
    @Schema(example = "trader@demo.optibid.local") String email,
    @Schema(format = "password") String password) {
  @Override
  public String toString() {
    return "LoginRequest[" + email + "]";
  }
}
