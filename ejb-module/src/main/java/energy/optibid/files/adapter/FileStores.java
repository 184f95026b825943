package energy.optibid.files.adapter;

import energy.optibid.files.ByteRange;
import energy.optibid.files.domain.FileStore;
import energy.optibid.files.domain.FileStore.Content;
import energy.optibid.files.domain.FileStore.Download;
import energy.optibid.files.domain.ObjectKey;
import energy.optibid.resilience.ServiceUnavailableException;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The stores of this installation. New content goes to the object store where one is switched on;
 * what lies in the folder from before is served from there.
 */
@ApplicationScoped
public class FileStores {
  private static final Logger LOG = Logger.getLogger(FileStores.class.getName());
  private static final Duration RETRY_AFTER = Duration.ofSeconds(15);

  private final FolderStore folder;
  private final S3Store s3;
  private final S3Service service;

  @Inject
  public FileStores(FolderStore folder, S3Store s3, S3Service service) {
    this.folder = folder;
    this.s3 = s3;
    this.service = service;
  }

  /** Name of the store that new content goes to. */
  String current() {
    return service.enabled() ? S3Store.NAME : FolderStore.NAME;
  }

  /** All that are in use. */
  List<FileStore> all() {
    return service.enabled() ? List.of(folder, s3) : List.of(folder);
  }

  /**
   * Writes an object to the current store.
   *
   * @throws ProblemException {@code unavailable} when it is not there afterwards
   */
  void put(ObjectKey key, Content content) {
    FileStore store = of(current());
    call(
        store,
        () -> {
          store.put(key, content);
          return true;
        });
  }

  /**
   * @throws ProblemException {@code unavailable} when the store does not answer
   */
  Optional<InputStream> open(String name, ObjectKey key, @Nullable ByteRange range) {
    FileStore store = of(name);
    return call(store, () -> store.open(key, range));
  }

  Optional<URI> link(String name, ObjectKey key, Download as, Duration validFor) {
    return of(name).link(key, as, validFor);
  }

  /** Removes an object nothing points to; where that fails the sweeper will do it. */
  void discard(String name, ObjectKey key) {
    FileStore store = of(name);
    try {
      call(
          store,
          () -> {
            store.delete(key);
            return true;
          });
    } catch (ProblemException | UncheckedIOException e) {
      LOG.log(Level.FINE, "an object is left to the sweeper", e);
    }
  }

  private FileStore of(String name) {
    if (name.equals(FolderStore.NAME)) {
      return folder;
    }
    if (!service.enabled()) {
      throw new ProblemException(
          ProblemCode.UNAVAILABLE,
          "This file lies in an object store that is not switched on any more.");
    }
    return s3;
  }

  private <T> T call(FileStore store, Callable<T> work) {
    if (store == s3) {
      try {
        return service.guarded().call(work);
      } catch (ServiceUnavailableException e) {
        LOG.log(Level.FINE, "no object store", e);
        throw new ProblemException(
            ProblemCode.UNAVAILABLE,
            "The object store is away; nothing was stored or changed. Try again soon.",
            RETRY_AFTER);
      }
    }
    try {
      return work.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
