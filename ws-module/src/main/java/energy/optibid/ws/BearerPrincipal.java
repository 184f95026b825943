package energy.optibid.ws;

import energy.optibid.identity.TokenVerifier.Verified;
import java.security.Principal;

/** The caller of a socket as its token says. */
record BearerPrincipal(Verified verified) implements Principal {
  @Override
  public String getName() {
    return verified.caller().email();
  }
}
