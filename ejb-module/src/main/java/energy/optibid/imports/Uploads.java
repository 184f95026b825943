package energy.optibid.imports;

import java.io.IOException;

/** Where uploads begin. */
public interface Uploads {
  /** An empty upload. */
  Upload open() throws IOException;

  /** The generated day that ships with the project, as if somebody had sent it. */
  Upload openSample() throws IOException;
}
