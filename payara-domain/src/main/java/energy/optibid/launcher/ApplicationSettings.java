package energy.optibid.launcher;

import energy.optibid.launcher.home.Home;
import energy.optibid.launcher.home.OwnerOnly;
import energy.optibid.launcher.home.Secrets;
import energy.optibid.launcher.home.SigningKeys;
import energy.optibid.launcher.postgres.DatabaseAccount;
import energy.optibid.launcher.postgres.DatabaseUrl;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The settings the application gets from the launcher, written to a file only the owner can read
 * (arguments and environment of a process can be seen by others). The application reads it as a
 * MicroProfile configuration source; environment variables win over it.
 */
final class ApplicationSettings {
  private static final String ISSUER = "optibid";

  private ApplicationSettings() {}

  static Path write(
      Home home,
      RunOptions options,
      DatabaseUrl database,
      Secrets secrets,
      SigningKeys keys,
      Map<String, String> environment,
      Map<String, String> beside) {
    Properties settings = new Properties();
    settings.setProperty("optibid.db.url", database.jdbc());
    settings.setProperty("optibid.db.owner.user", database.user());
    settings.setProperty("optibid.db.owner.password", literal(database.password()));
    for (String name : List.of("app", "system")) {
      DatabaseAccount account = account(name, secrets);
      settings.setProperty("optibid.db." + name + ".user", account.role());
      settings.setProperty("optibid.db." + name + ".password", account.password());
    }
    settings.setProperty("optibid.home", home.folder().toString());
    settings.setProperty("optibid.keys.dir", keys.folder().toString());
    settings.setProperty("optibid.instance.id", instanceId(secrets));
    settings.setProperty("optibid.profile", options.profile.name());
    settings.setProperty(
        "optibid.environment", environment.getOrDefault("ENVIRONMENT", "development"));
    settings.setProperty("optibid.http.public-url", options.apiUrl());
    settings.setProperty(
        "optibid.cors.origins",
        "http://localhost:%1$d,http://127.0.0.1:%1$d,%2$s"
            .formatted(options.frontendPort, options.frontendUrl()));
    settings.setProperty("optibid.demo.password", literal(RunOptions.demoPassword(environment)));
    settings.setProperty("mp.jwt.verify.publickey.location", keys.publicKey().toUri().toString());
    settings.setProperty("mp.jwt.verify.issuer", ISSUER);
    settings.putAll(OptionalServiceSettings.of(environment));
    settings.putAll(beside);
    Path file = file(home);
    OwnerOnly.write(file, Secrets.text(settings));
    return file;
  }

  /** Where they are, for every server of the home. */
  static Path file(Home home) {
    return home.secrets().resolve("optibid.properties");
  }

  /** The logins the application uses: requests run as one, relay and jobs as the other. */
  static List<DatabaseAccount> accounts(Secrets secrets) {
    return List.of(account("app", secrets), account("system", secrets));
  }

  private static DatabaseAccount account(String name, Secrets secrets) {
    return new DatabaseAccount(
        "optibid_" + name, secrets.password("optibid.db." + name + ".password"));
  }

  /** Names this installation, so that the cookies of two on one host do not fight. */
  private static String instanceId(Secrets secrets) {
    return secrets.password("optibid.instance.id").replaceAll("[^A-Za-z0-9]", "").substring(0, 8);
  }

  /** MicroProfile Config would expand an expression in a password. */
  static String literal(String value) {
    return value.replace("${", "\\${");
  }
}
