package energy.optibid.identity;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that ended (signed out, a refresh token used twice, the person disabled) while access
 * tokens of theirs may still be about. Answered from this node's memory.
 */
public interface RevokedSessions {

  /**
   * Whether the session's access tokens are no longer good.
   *
   * @param session as the token names it; a token of old that names none is good until it expires
   */
  boolean isRevoked(@Nullable UUID session);

  /** Hears of each session once, as this node learns of its end; returns at once. */
  Subscription onRevoked(Consumer<UUID> listener);

  /** Ends a subscription when closed. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
