package energy.optibid.notification;

import energy.optibid.shared.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the caller was told in the application; anybody else's is {@code not_found}. */
public interface Inbox {

  /** Newest first. */
  Page<Notification> list(boolean unreadOnly, @Nullable String cursor, int limit);

  /** How many are unread. */
  long unread();

  /** Marks one as read; doing it twice does it once. */
  Notification read(UUID id);

  /** Marks all as read and says how many were not. */
  int readAll();
}
