package energy.optibid.imports.domain;

import energy.optibid.imports.ImportFault;
import energy.optibid.imports.ImportSummary;
import energy.optibid.imports.ImportedFile;
import energy.optibid.market.StagedDay;
import java.util.List;

/**
 * What reading the files of an import came to.
 *
 * @param files in the order they were sent
 * @param faultCount all faults found, kept or not
 * @param faults those kept
 * @param summary what was sound, counted
 * @param days the days of order books to publish, by date; empty unless there are no faults
 */
public record Intake(
    List<ImportedFile> files,
    long faultCount,
    List<ImportFault> faults,
    ImportSummary summary,
    List<StagedDay> days) {
  public Intake {
    files = List.copyOf(files);
    faults = List.copyOf(faults);
    days = List.copyOf(days);
  }

  /** The same with another summary. */
  public Intake with(ImportSummary other) {
    return new Intake(files, faultCount, faults, other, days);
  }

  /** Whether everything may be taken. */
  public boolean accepted() {
    return faultCount == 0;
  }
}
