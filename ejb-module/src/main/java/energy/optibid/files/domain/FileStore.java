package energy.optibid.files.domain;

import energy.optibid.files.ByteRange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where content lies. An object is there in full or not at all, whatever happens while it is
 * written, and never changes.
 */
public interface FileStore {

  /** Word by which the database remembers where a file lies. */
  String name();

  /**
   * Writes an object.
   *
   * @throws IOException when it is not there afterwards, also because its digest is another than
   *     the one given
   */
  void put(ObjectKey key, Content content) throws IOException;

  /**
   * Opens an object; empty when there is none.
   *
   * @param range the piece wanted, null for all of it
   */
  Optional<InputStream> open(ObjectKey key, @Nullable ByteRange range) throws IOException;

  /** Removes an object; nothing happens when there is none. */
  void delete(ObjectKey key) throws IOException;

  /**
   * An address at which the store itself gives the object out as an attachment.
   *
   * @return empty when it serves nobody but this server
   */
  Optional<URI> link(ObjectKey key, Download as, Duration validFor);

  /** Shows every object, in no order. */
  void forEach(Consumer<StoredObject> visitor) throws IOException;

  /**
   * What is put.
   *
   * @param file where it lies meanwhile
   * @param size bytes
   * @param sha256 hexadecimal
   */
  record Content(Path file, long size, String sha256) {}

  /** How a download is labelled. */
  record Download(String mediaType, String disposition) {}

  /** An object that is there, and since when. */
  record StoredObject(ObjectKey key, Instant since) {}
}
