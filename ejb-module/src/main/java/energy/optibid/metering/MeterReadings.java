package energy.optibid.metering;

import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.shared.Fault;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Meter readings of the caller's assets; a foreign or unknown asset is {@code not_found}. One
 * transaction per call.
 */
public interface MeterReadings {
  /** The longest span that is given at once, days. */
  int LONGEST_SPAN_DAYS = 31;

  /** The most readings that are taken at once. */
  int LARGEST_BATCH = 3_000;

  /**
   * Readings of blocks that start in [from, to), by time.
   *
   * @param exchangeId those of a simulated exchange's days; null: those of the real meter
   * @throws energy.optibid.shared.ProblemException {@code malformed_request} if the span is empty
   *     or longer than {@value #LONGEST_SPAN_DAYS} days
   */
  List<MeterReading> between(
      UUID assetId, @Nullable UUID exchangeId, OffsetDateTime from, OffsetDateTime to);

  /**
   * Records readings of a real meter; a block that has one gets the new one as its next revision.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault
   */
  RecordedReadings record(UUID assetId, MeterReadingInput.Batch batch);

  /** What {@link #record} would refuse, field by field; empty if it would take the batch. */
  List<Fault> faults(UUID assetId, MeterReadingInput.Batch batch);

  /** The blocks of an asset's delivery day; empty where its market has no rules for the day. */
  Optional<DeliveryDay> deliveryDay(UUID assetId, LocalDate day);

  /** How far an asset was from its schedule on a day of a simulated exchange, block by block. */
  AssetDeviation deviation(UUID assetId, UUID exchangeId, LocalDate day);
}
