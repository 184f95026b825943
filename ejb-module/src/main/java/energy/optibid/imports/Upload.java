package energy.optibid.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/**
 * Files on their way into an import, written to disk as they arrive. Whoever opened it discards it
 * unless {@link Imports#receive} has taken it.
 */
public interface Upload {
  /** Name of the upload in the spool. */
  UUID id();

  /**
   * Writes one file to its end.
   *
   * @param name as the sender calls it; only ever shown, never a path
   * @throws energy.optibid.shared.ProblemException {@code too_large} beyond the limits
   */
  void add(String name, InputStream content) throws IOException;

  /** Names of the files so far, in order. */
  List<String> names();

  /** A digest of all names and contents so far: the same files give the same one. */
  String digest();

  /** Removes the files. */
  void discard();
}
