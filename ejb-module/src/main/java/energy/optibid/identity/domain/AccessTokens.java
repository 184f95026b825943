package energy.optibid.identity.domain;

import java.time.Instant;

/** Makes access tokens. */
public interface AccessTokens {
  String issue(Account account, Instant now);
}
