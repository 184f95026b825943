package energy.optibid.identity.domain;

import java.time.Instant;
import java.util.UUID;

/** Tells the nodes that a session has ended; called when that is committed. */
public interface SessionRevocations {

  /** The session ended at that moment. */
  void revoked(UUID session, Instant at);
}
