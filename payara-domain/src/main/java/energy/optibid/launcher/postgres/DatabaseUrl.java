package energy.optibid.launcher.postgres;

import energy.optibid.local.LaunchFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the database is and who owns its schema.
 *
 * @param host name or address
 * @param port TCP port
 * @param database name of the database
 * @param parameters JDBC parameters after the question mark, without it; empty for none
 * @param user the owner, who runs the migrations
 * @param password of the owner
 */
public record DatabaseUrl(
    String host, int port, String database, String parameters, String user, String password) {
  private static final int DEFAULT_PORT = 5432;
  private static final String FORM = "postgresql://user:password@host:5432/database";

  /**
   * Reads {@code postgresql://user:password@host:port/database?parameters}; {@code postgres:} and a
   * driver suffix such as {@code postgresql+asyncpg:} are understood, percent escapes in user and
   * password are decoded.
   *
   * @throws LaunchFailure naming what is wrong, never quoting the password
   */
  public static DatabaseUrl parse(String text) {
    URI uri;
    try {
      uri = new URI(text.trim());
    } catch (URISyntaxException e) {
      throw new LaunchFailure("DATABASE_URL is not a URL; write it as " + FORM + ".");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme();
    int suffix = scheme.indexOf('+');
    String base = suffix < 0 ? scheme : scheme.substring(0, suffix);
    if (!base.equals("postgresql") && !base.equals("postgres")) {
      throw new LaunchFailure(
          "DATABASE_URL must begin with postgresql://; write it as " + FORM + ".");
    }
    String host = uri.getHost();
    String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
    if (host == null || path.isEmpty()) {
      throw new LaunchFailure("DATABASE_URL lacks a host or a database; write it as " + FORM + ".");
    }
    String login = uri.getRawUserInfo();
    if (login == null || !login.contains(":")) {
      throw new LaunchFailure("DATABASE_URL lacks a user and password; write it as " + FORM + ".");
    }
    int colon = login.indexOf(':');
    return new DatabaseUrl(
        host,
        uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
        path,
        uri.getRawQuery() == null ? "" : uri.getRawQuery(),
        decode(login.substring(0, colon)),
        decode(login.substring(colon + 1)));
  }

  /** The address in JDBC's form, without user and password. */
  public String jdbc() {
    return "jdbc:postgresql://%s:%d/%s%s"
        .formatted(host, port, database, parameters.isEmpty() ? "" : "?" + parameters);
  }

  /** Host, port and database only: safe to print. */
  @Override
  public String toString() {
    return "%s:%d/%s".formatted(host, port, database);
  }

  private static String decode(String escaped) {
    return URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
