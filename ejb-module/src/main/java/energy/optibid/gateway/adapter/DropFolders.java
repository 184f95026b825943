package energy.optibid.gateway.adapter;

import energy.optibid.gateway.domain.ConnectionSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The drop folders, each below its organisation's own: {@code
 * <home>/exchange/<organisation>/<folder>}. A folder's name has neither dots nor slashes, so that
 * no connection leads out of it or into another organisation's.
 */
@ApplicationScoped
public class DropFolders {
  private final Path root;
  private final Clock clock;
  private final Map<UUID, DropFolder> folders = new ConcurrentHashMap<>();

  @Inject
  public DropFolders(GatewaySettings settings, Clock clock) {
    this(settings.exchangeFolder(), clock);
  }

  DropFolders(Path root, Clock clock) {
    this.root = root;
    this.clock = clock;
  }

  DropFolder of(ConnectionSettings settings) {
    Path own = root.resolve(settings.organization().toString()).normalize();
    Path place = own.resolve(settings.folder()).normalize();
    if (settings.folder().isEmpty() || !own.equals(place.getParent())) {
      throw new IllegalArgumentException(settings + " leads out of its organisation's folder");
    }
    return folders.compute(
        settings.id(),
        (id, known) ->
            known != null && known.place().equals(place) ? known : new DropFolder(place, clock));
  }
}
