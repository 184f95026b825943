package energy.optibid.imports.domain;

import energy.optibid.imports.Uploads;
import java.util.List;
import java.util.UUID;

/** Where the files of imports wait. */
public interface Spool extends Uploads {
  /**
   * The files of an upload under the names their sender gave them.
   *
   * @param names in the order the files were added
   */
  List<SpooledFile> files(UUID upload, List<String> names);

  /** Removes an upload; nothing happens if it is gone. */
  void discard(UUID upload);

  /** A file that waits, with its size as sent. */
  interface SpooledFile extends SentFile {
    long bytes();
  }
}
