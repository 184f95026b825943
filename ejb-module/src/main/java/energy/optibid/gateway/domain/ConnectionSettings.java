package energy.optibid.gateway.domain;

import energy.optibid.gateway.ConnectionKind;
import java.time.Duration;
import java.util.UUID;

/**
 * What a connection needs to work.
 *
 * @param memberId empty where the kind needs none, as in the next three
 * @param folder name below the organisation's own folder
 * @param secret signing secret, in the clear
 * @param attempts how often an order goes out before it is given up
 */
public record ConnectionSettings(
    UUID id,
    UUID organization,
    String operatorCode,
    ConnectionKind kind,
    boolean enabled,
    String memberId,
    String folder,
    String url,
    String secret,
    Duration timeout,
    int attempts) {

  /** Without the secret, which belongs in no log. */
  @Override
  public String toString() {
    return "connection %s (%s, %s)".formatted(id, operatorCode, kind.code());
  }
}
