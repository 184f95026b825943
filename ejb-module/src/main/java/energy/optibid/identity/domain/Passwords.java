package energy.optibid.identity.domain;

/** Keeps passwords so that they can be checked and not read. */
public interface Passwords {

  String hash(String password);

  boolean matches(String password, String hash);

  /**
   * Takes as long as {@link #matches}; for addresses nobody has, so that the time tells nothing.
   */
  void pretendToMatch(String password);
}
