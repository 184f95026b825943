package energy.optibid.files.adapter;

import energy.optibid.files.domain.FileStore;
import energy.optibid.files.domain.FileStore.StoredObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Removes what nothing points to: objects of uploads that were interrupted, what came in and went
 * no further, links that are over. Whatever is younger than an hour may still be on its way.
 */
@ApplicationScoped
public class FileSweep {
  private static final Logger LOG = Logger.getLogger(FileSweep.class.getName());
  private static final Duration GRACE = Duration.ofHours(1);
  private static final int BATCH = 500;

  private final FileSettings settings;
  private final FileStores stores;
  private final FileRows rows;
  private final Clock clock;

  @Inject
  public FileSweep(FileSettings settings, FileStores stores, FileRows rows, Clock clock) {
    this.settings = settings;
    this.stores = stores;
    this.rows = rows;
    this.clock = clock;
  }

  /** Sweeps; several nodes at once do no harm. */
  void sweep() {
    Instant before = clock.instant().minus(GRACE);
    rows.forgetLinks(clock.instant());
    try {
      sweepIncoming(before);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "files that came in and went no further are still there", e);
    }
    for (FileStore store : stores.all()) {
      try {
        sweep(store, before);
      } catch (IOException e) {
        LOG.log(Level.WARNING, e, () -> "the file store " + store.name() + " was not swept");
      }
    }
  }

  private void sweep(FileStore store, Instant before) throws IOException {
    List<StoredObject> old = new ArrayList<>();
    store.forEach(
        object -> {
          if (object.since().isBefore(before)) {
            old.add(object);
          }
        });
    for (int from = 0; from < old.size(); from += BATCH) {
      List<StoredObject> batch = old.subList(from, Math.min(from + BATCH, old.size()));
      Set<UUID> known = rows.known(batch.stream().map(object -> object.key().id()).toList());
      for (StoredObject object : batch) {
        if (!known.contains(object.key().id())) {
          stores.discard(store.name(), object.key());
        }
      }
    }
  }

  private void sweepIncoming(Instant before) throws IOException {
    if (!Files.isDirectory(settings.incoming())) {
      return;
    }
    List<Path> files;
    try (Stream<Path> listed = Files.list(settings.incoming())) {
      files = listed.toList();
    }
    for (Path file : files) {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
        Files.deleteIfExists(file);
      }
    }
  }
}
