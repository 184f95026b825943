package energy.optibid.imports;

import energy.optibid.shared.Page;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports of the caller's organisation; a foreign or unknown id is {@code not_found}. */
public interface Imports {
  /** The format of GME's day-ahead market. */
  String GME = "gme";

  /**
   * Saves an import and the job that will work on it. From here on the upload belongs to it.
   *
   * @param deliveryDay takes just that day; null takes every day found, at most 31
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} for a format we do not
   *     read or an upload without files
   */
  Import receive(String format, @Nullable LocalDate deliveryDay, Upload upload);

  /** The import. */
  Import find(UUID id);

  /** Newest first. */
  Page<Import> list(@Nullable String cursor, int limit);

  /** Why it was rejected, in the order the faults were found. */
  Page<ImportFault> faults(UUID id, @Nullable String cursor, int limit);
}
