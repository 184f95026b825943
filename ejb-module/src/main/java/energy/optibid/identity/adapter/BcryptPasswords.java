package energy.optibid.identity.adapter;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import energy.optibid.identity.domain.Passwords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;

/** bcrypt with cost 12; a password beyond bcrypt's 72 bytes is digested first, not cut. */
@ApplicationScoped
@Typed(Passwords.class)
public class BcryptPasswords implements Passwords {

  private static final int COST = 12;
  private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

  private final int cost;
  private final String hashOfNobody;

  public BcryptPasswords() {
    this(COST);
  }

  BcryptPasswords(int cost) {
    this.cost = cost;
    this.hashOfNobody = hash("nobody has this password", cost);
  }

  @Override
  public String hash(String password) {
    return hash(password, cost);
  }

  private static String hash(String password, int cost) {
    return BCrypt.with(VERSION, LongPasswordStrategies.hashSha512(VERSION))
        .hashToString(cost, password.toCharArray());
  }

  @Override
  public boolean matches(String password, String hash) {
    return BCrypt.verifyer(VERSION, LongPasswordStrategies.hashSha512(VERSION))
        .verify(password.toCharArray(), hash)
        .verified;
  }

  @Override
  public void pretendToMatch(String password) {
    boolean ignored = matches(password, hashOfNobody);
  }
}
