package energy.optibid.gateway.domain;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which hosts organisations may have this server call: public ones by HTTPS, and those the operator
 * of the installation names. Otherwise a connection would be a way into the operator's own network.
 *
 * @param named hosts, with a port ({@code exchange.test:8443}) or for every port; lower case
 */
public record HostRules(Set<String> named) {
  public HostRules {
    named = Set.copyOf(named);
  }

  /** Why an address may not be called, or empty. */
  public Optional<String> objection(URI address) {
    String host = address.getHost();
    String scheme = address.getScheme();
    if (host == null || scheme == null || address.getRawUserInfo() != null) {
      return Optional.of("Give an address such as https://exchange.example/api.");
    }
    if (address.getRawQuery() != null || address.getRawFragment() != null) {
      return Optional.of("An address ends with its path.");
    }
    boolean plain = scheme.equalsIgnoreCase("http");
    if (!plain && !scheme.equalsIgnoreCase("https")) {
      return Optional.of("Only http and https are spoken here.");
    }
    if (isNamed(address)) {
      return Optional.empty();
    }
    return plain
        ? Optional.of("An exchange is called by https.")
        : isLiteral(host)
            ? Optional.of("Name the exchange by its host name, not by a network address.")
            : Optional.empty();
  }

  /** Whether the operator of the installation named the host: then any address of it is right. */
  public boolean isNamed(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    return named.contains(host) || named.contains(host + ":" + address.getPort());
  }

  /** Whether an address is in the public network. */
  public static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    boolean carrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    return !(uniqueLocal
        || carrier
        || address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress());
  }

  private static boolean isLiteral(String host) {
    return host.startsWith("[")
        || host.matches("[0-9.]+")
        || host.equalsIgnoreCase("localhost")
        || !host.contains(".");
  }
}
