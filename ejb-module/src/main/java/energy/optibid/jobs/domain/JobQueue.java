package energy.optibid.jobs.domain;

import java.util.Optional;
import java.util.Set;

/** Where workers find work, across organisations. */
public interface JobQueue {

  /** Takes the oldest job of these kinds that is queued or whose lease has run out. */
  Optional<ClaimedJob> claim(String worker, Set<String> kinds);

  /** Renews the lease. */
  Beat beat(ClaimedJob job);

  /** Gives an unfinished job back, because this server stops. */
  void release(ClaimedJob job);

  /** What a worker learns when it renews its lease. */
  enum Beat {
    GO_ON,
    CANCEL,
    LOST
  }
}
