package energy.optibid.identity;

import energy.optibid.shared.Origin;
import org.jspecify.annotations.Nullable;

/** Sessions: begun with a password, carried on with refresh tokens, ended by signing out. */
public interface SignIn {

  /**
   * @param from where the request came from, for the audit trail
   * @throws energy.optibid.shared.ProblemException unauthenticated (the same sentence whether the
   *     address or the password is wrong), locked_out with the time to wait
   */
  Tokens login(String email, String password, Origin from);

  /**
   * Exchanges a refresh token for a new pair. The old one is good for 10 more seconds, so that two
   * tabs both get an answer; afterwards its use revokes the whole session.
   *
   * @throws energy.optibid.shared.ProblemException unauthenticated
   */
  Tokens refresh(String refreshToken);

  /**
   * Ends the session of the refresh token, or without one that of the access token the request came
   * with; silent when there is none.
   *
   * @param from where the request came from, its session too, for the audit trail
   */
  void logout(@Nullable String refreshToken, Origin from);
}
