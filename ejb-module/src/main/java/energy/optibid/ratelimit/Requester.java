package energy.optibid.ratelimit;

import java.util.UUID;

/**
 * Whose requests are counted.
 *
 * @param key what tells one from the others
 */
public record Requester(String key) {

  /** A person who is signed in, from wherever. */
  public static Requester user(UUID id) {
    return new Requester("user:" + id);
  }

  /** Whoever calls from that IP address. */
  public static Requester address(String address) {
    return new Requester("address:" + address);
  }
}
