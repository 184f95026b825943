package energy.optibid.shared.adapter;

import org.eclipse.microprofile.config.Config;

/**
 * Where the database is and who works on it: {@code optibid.db.url} (JDBC), and user and password
 * of the owner (migrations), of the application and of the system role.
 */
public record DatabaseSettings(String url, Account owner, Account application, Account system) {

  /** A database role that can sign in. */
  public record Account(String user, String password) {

    @Override
    public String toString() {
      return user;
    }
  }

  public static DatabaseSettings from(Config config) {
    return new DatabaseSettings(
        config.getValue("optibid.db.url", String.class),
        account(config, "owner"),
        account(config, "app"),
        account(config, "system"));
  }

  private static Account account(Config config, String role) {
    return new Account(
        config.getValue("optibid.db." + role + ".user", String.class),
        config.getValue("optibid.db." + role + ".password", String.class));
  }
}
