package energy.optibid.imports.domain;

import energy.optibid.imports.ImportFault;
import energy.optibid.imports.ImportedFile;
import energy.optibid.market.StagedDay;
import java.util.List;

/**
 * What reading the files of an import came to.
 *
 * @param files in the order they were sent
 * @param faultCount all faults found, kept or not
 * @param faults those kept
 * @param days the days to publish, by date; empty unless there are no faults
 */
public record Intake(
    List<ImportedFile> files, long faultCount, List<ImportFault> faults, List<StagedDay> days) {
  public Intake {
    files = List.copyOf(files);
    faults = List.copyOf(faults);
    days = List.copyOf(days);
  }

  /** Whether everything may be taken. */
  public boolean accepted() {
    return faultCount == 0;
  }
}
