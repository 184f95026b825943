package energy.optibid.files;

import energy.optibid.shared.Page;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files of the caller's organisation; a foreign or unknown one is {@code not_found}. Where the
 * object store or the virus scanner is switched on and away, what needs it is {@code unavailable}
 * and nothing is half done.
 */
public interface StoredFiles {

  /**
   * Takes a file in: bounds its length, finds out what it is, has it scanned, and puts it where
   * content lies. Not for use inside a transaction.
   *
   * @param name as the sender calls it; only ever shown, never part of a path
   * @throws energy.optibid.shared.ProblemException {@code too_large}, {@code validation_failed} for
   *     an empty file, a type that is not taken and a virus (which leaves a rejected file in the
   *     list), {@code unavailable}
   */
  IncomingFile receive(String name, FilePurpose purpose, InputStream content) throws IOException;

  /**
   * Records it in the caller's transaction, with audit entry and event.
   *
   * @throws energy.optibid.shared.ProblemException {@code too_large} when the organisation has no
   *     room for it
   */
  StoredFile keep(IncomingFile file);

  /**
   * Newest first.
   *
   * @param purpose only those kept for it
   */
  Page<StoredFile> list(@Nullable FilePurpose purpose, @Nullable String cursor, int limit);

  StoredFile require(UUID id);

  /**
   * Opens the content.
   *
   * @param range the piece wanted, null for all of it
   * @throws energy.optibid.shared.ProblemException {@code illegal_transition} for a rejected file
   */
  FileContent open(UUID id, @Nullable ByteRange range);

  /**
   * Makes an address that gives the file to whoever has it, without signing in, until it expires.
   *
   * @param validFor from a minute to a day
   */
  TemporaryLink link(UUID id, Duration validFor);

  /**
   * The file of a link of ours that has not expired; no caller is needed.
   *
   * @throws energy.optibid.shared.ProblemException {@code not_found}
   */
  FileContent openLink(String token);

  /** Removes a file and its links. */
  void delete(UUID id);
}
