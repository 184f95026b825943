package energy.optibid.imports.domain;

import java.io.IOException;
import java.io.InputStream;

/** A file that was sent. */
public interface SentFile {
  /** Its name as the sender calls it. */
  String name();

  /** Its content from the beginning, compressed or not. */
  InputStream open() throws IOException;
}
