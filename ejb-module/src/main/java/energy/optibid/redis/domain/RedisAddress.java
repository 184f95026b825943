package energy.optibid.redis.domain;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where Redis is, as its URL says: {@code redis://user:password@host:6379/0}, with {@code rediss}
 * for TLS; behind Sentinels {@code redis+sentinel://…@host:26379,host:26379/master/0}, of which
 * user and password are the master's; a Cluster {@code redis+cluster://…@host:6379,host:6379}. The
 * user may be left out ({@code redis://:password@host}); user and password are percent-encoded.
 *
 * @param hosts one for a single server
 * @param user null for the default user
 * @param master name of the master that the Sentinels watch, null elsewhere
 */
public record RedisAddress(
    Kind kind,
    boolean tls,
    List<Host> hosts,
    @Nullable String user,
    @Nullable String password,
    int database,
    @Nullable String master) {

  private static final Pattern URL =
      Pattern.compile(
          "(rediss?)(?:\\+(sentinel|cluster))?://(?:([^@/]*)@)?([^@/?#]+)(?:/([^?#]*))?");
  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9a-fA-F:]+]|[^:\\[\\]]+)(?::(\\d{1,5}))?");
  private static final int PORT = 6379;
  private static final int SENTINEL_PORT = 26379;
  private static final int LARGEST_PORT = 65_535;

  /** How its servers belong together. */
  public enum Kind {
    SINGLE,
    SENTINEL,
    CLUSTER
  }

  /** A server. */
  public record Host(String name, int port) {}

  public RedisAddress {
    hosts = List.copyOf(hosts);
  }

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException with a sentence that has no secret in it
   */
  public static RedisAddress parse(String url) {
    Matcher parts = URL.matcher(url.strip());
    if (!parts.matches()) {
      throw refused("has to look like redis://user:password@host:6379/0");
    }
    Kind kind =
        parts.group(2) == null
            ? Kind.SINGLE
            : parts.group(2).equals("sentinel") ? Kind.SENTINEL : Kind.CLUSTER;
    List<Host> hosts = hosts(parts.group(4), kind == Kind.SENTINEL ? SENTINEL_PORT : PORT);
    if (kind == Kind.SINGLE && hosts.size() > 1) {
      throw refused("names several hosts; say redis+sentinel:// or redis+cluster://");
    }
    String path = parts.group(5) == null ? "" : parts.group(5);
    String[] login = parts.group(3) == null ? new String[0] : parts.group(3).split(":", 2);
    String[] places = path.split("/", 2);
    String master = null;
    String database = path;
    if (kind == Kind.SENTINEL) {
      if (places[0].isBlank()) {
        throw refused("names no master; say redis+sentinel://host:26379/master");
      }
      master = places[0];
      database = places.length > 1 ? places[1] : "";
    }
    if (!database.matches("\\d{0,4}") || (kind == Kind.CLUSTER && !database.matches("0?"))) {
      throw refused("has a database that is no number, or one other than 0 in a Cluster");
    }
    return new RedisAddress(
        kind,
        parts.group(1).equals("rediss"),
        hosts,
        login.length < 2 || login[0].isEmpty() ? null : decoded(login[0]),
        login.length < 2 ? null : decoded(login[1]),
        database.isEmpty() ? 0 : Integer.parseInt(database),
        master);
  }

  private static List<Host> hosts(String list, int usualPort) {
    List<Host> hosts = new ArrayList<>();
    for (String one : list.split(",", -1)) {
      Matcher parts = HOST.matcher(one.strip());
      if (!parts.matches()) {
        throw refused("has a host that cannot be read");
      }
      int port = parts.group(2) == null ? usualPort : Integer.parseInt(parts.group(2));
      if (port < 1 || port > LARGEST_PORT) {
        throw refused("has a port that is none");
      }
      hosts.add(new Host(parts.group(1).replaceAll("[\\[\\]]", ""), port));
    }
    return hosts;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("optibid.redis.url " + why + ".");
  }

  /** Without user and password. */
  @Override
  public String toString() {
    return kind + " " + hosts;
  }
}
