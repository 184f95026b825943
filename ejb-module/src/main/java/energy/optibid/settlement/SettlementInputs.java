package energy.optibid.settlement;

import energy.optibid.shared.Page;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What statements are calculated from beside awards and meters: schedules, the grid's days and the
 * terms of assets. Files are CSV (RFC 4180) and are taken whole or not at all; a refusal names
 * every fault by line and column ({@code /lines/3/injection_mw}). One transaction per call.
 */
public interface SettlementInputs {
  /** Columns of a file of schedules. */
  String SCHEDULE_HEADER = "asset_id,day,block,injection_mw";

  /** Columns of a file of grid data; the last four may be empty. */
  String GRID_HEADER = "day,block,frequency_hz,day_ahead_price,real_time_price,ancillary_charge";

  /**
   * Records the implemented schedules of whole days; a day that has one gets its next revision.
   *
   * @param exchangeId the simulated exchange whose days they are; null for reality
   * @param source a name for where they come from
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault
   */
  Imported importSchedules(@Nullable UUID exchangeId, String source, String csv);

  /** Every revision of an asset's schedules, newest day and revision first. */
  Page<Schedule> schedules(
      UUID assetId, @Nullable UUID exchangeId, @Nullable String cursor, int limit);

  /** Which days of which assets have a schedule of that world, newest day first. */
  Page<StoredSchedule> storedSchedules(
      @Nullable UUID exchangeId, @Nullable String cursor, int limit);

  /**
   * Records frequency, prices and charges of whole days in place of what is there.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault
   */
  Imported importGrid(@Nullable UUID exchangeId, String csv);

  /** Which days of that world's grid were imported, newest first. */
  Page<StoredGridDay> storedGrid(@Nullable UUID exchangeId, @Nullable String cursor, int limit);

  /** The grid's day: imported, else simulated; {@code not_found} where neither is there. */
  GridDay grid(@Nullable UUID exchangeId, LocalDate day);

  /** How an asset is settled. */
  AssetTerms terms(UUID assetId);

  /**
   * States how an asset is settled from the next statement on.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed}; {@code
   *     precondition_failed} if the version has moved on
   */
  AssetTerms setTerms(UUID assetId, long expectedVersion, AssetTerms.Input input);

  /** What came of a file: days that were new and days that replaced or revised others. */
  record Imported(int days, int revised) {}
}
