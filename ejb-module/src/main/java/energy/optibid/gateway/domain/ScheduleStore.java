package energy.optibid.gateway.domain;

import energy.optibid.gateway.domain.ConnectionStore.Watch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which schedules were written into drop folders. Works in the caller's transaction. */
public interface ScheduleStore {
  /** Drop folders in use, of any organisation; in a transaction of the platform. */
  List<Watch> folders();

  /**
   * Keeps other servers from writing into a connection's folder until the transaction ends.
   *
   * @return false where one is writing
   */
  boolean hold(UUID connectionId);

  /** What was written last of a delivery day. */
  Optional<Written> last(UUID connectionId, LocalDate deliveryDay);

  void add(UUID connectionId, LocalDate deliveryDay, Written written, Instant at);

  /**
   * @param revision 1, and one more whenever a later result changes the file
   * @param digest of its content
   */
  record Written(int revision, String digest) {}
}
