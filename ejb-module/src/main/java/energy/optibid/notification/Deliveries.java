package energy.optibid.notification;

import energy.optibid.shared.Page;
import org.jspecify.annotations.Nullable;

/** The record of what was sent to the caller. */
public interface Deliveries {

  /** Newest first. */
  Page<Delivery> list(Delivery.@Nullable State state, @Nullable String cursor, int limit);
}
