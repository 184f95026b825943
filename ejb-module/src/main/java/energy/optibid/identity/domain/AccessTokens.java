package energy.optibid.identity.domain;

import java.time.Instant;
import java.util.UUID;

/** Makes access tokens. */
public interface AccessTokens {

  /**
   * @param session the signed-in session the token belongs to, named in it as {@code sid}
   */
  String issue(Account account, UUID session, Instant now);
}
