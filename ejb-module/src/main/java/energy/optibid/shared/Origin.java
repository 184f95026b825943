package energy.optibid.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a request came from.
 *
 * @param session the signed-in session
 * @param address IP address of the client, past the proxies that are trusted
 * @param userAgent what the client calls itself, shortened
 */
public record Origin(@Nullable UUID session, @Nullable String address, @Nullable String userAgent) {

  /** Of work that no request asked for. */
  public static final Origin NONE = new Origin(null, null, null);
}
