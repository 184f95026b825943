package energy.optibid.settlement;

import energy.optibid.shared.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Readings of the caller's real meters as files, and which days have readings. A file is CSV (RFC
 * 4180), may speak of several assets and of single blocks, and is taken whole or not at all; a
 * refusal names every fault by line and column ({@code /lines/3/injection_mwh}). One transaction
 * per call.
 */
public interface MeterReadingFiles {
  /** Columns of a file; the last may be empty. */
  String HEADER = "asset_id,day,block,injection_mwh,quality";

  /**
   * Records readings; a block that has one gets the new one as its next revision.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault
   */
  Imported importReadings(String csv);

  /**
   * Which days of which assets have readings, newest day first.
   *
   * @param exchangeId those of a simulated exchange's days; null: those of real meters
   */
  Page<StoredReadings> stored(@Nullable UUID exchangeId, @Nullable String cursor, int limit);

  /**
   * What was taken.
   *
   * @param readings blocks, over all assets
   * @param replaced how many of them had a reading before
   */
  record Imported(int readings, int replaced) {}
}
