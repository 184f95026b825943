package energy.optibid.files.domain;

import energy.optibid.resilience.ServiceUnavailableException;
import java.nio.file.Path;
import java.util.Optional;

/** Looks for what does not belong into a file. */
public interface VirusScanner {
  /**
   * Name of what was found; empty for a clean file, and for all where no scanner is switched on.
   *
   * @throws ServiceUnavailableException when it is switched on and does not answer
   */
  Optional<String> scan(Path file) throws ServiceUnavailableException;
}
