package energy.optibid.metering.domain;

import energy.optibid.assets.Asset;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.metering.MeterReadingInput;
import energy.optibid.metering.MeterReadings;
import energy.optibid.metering.ReadingQuality;
import energy.optibid.metering.domain.ReadingStore.Row;
import energy.optibid.shared.Fault;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What sound readings of a real meter are: whole blocks of the past, in the asset's own grid. */
public final class ValidReadings {
  private static final int ENERGY_DECIMALS = 6;

  /** More than so many times the asset's power is another unit or another meter. */
  private static final BigDecimal IMPLAUSIBLE = BigDecimal.TEN;

  private static final BigDecimal HOUR_MINUTES = BigDecimal.valueOf(60);
  private static final String NO_BATCH = "Give 1 to " + MeterReadings.LARGEST_BATCH + " readings.";

  private final Asset asset;
  private final Function<Instant, Optional<DeliveryDay>> days;
  private final Instant now;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<Instant, Integer> seen = new HashMap<>();

  private ValidReadings(Asset asset, Function<Instant, Optional<DeliveryDay>> days, Instant now) {
    this.asset = asset;
    this.days = days;
    this.now = now;
  }

  /**
   * Checks a batch.
   *
   * @param days the delivery day of the asset's market that contains an instant, if it has one
   * @throws ProblemException {@code validation_failed} with every fault
   */
  public static List<Row> of(
      OrganizationId owner,
      Asset asset,
      MeterReadingInput.Batch batch,
      Function<Instant, Optional<DeliveryDay>> days,
      Instant now) {
    ValidReadings check = new ValidReadings(asset, days, now);
    List<MeterReadingInput> readings = batch.readings() == null ? List.of() : batch.readings();
    List<Row> rows = new ArrayList<>(readings.size());
    if (readings.isEmpty()) {
      check.faults.add(new Fault("/readings", "required", NO_BATCH));
    } else if (readings.size() > MeterReadings.LARGEST_BATCH) {
      check.faults.add(new Fault("/readings", "too_many", NO_BATCH));
    } else {
      for (int i = 0; i < readings.size(); i++) {
        check.row(i, owner, readings.get(i)).ifPresent(rows::add);
      }
    }
    if (!check.faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED, "These readings cannot be accepted.", check.faults);
    }
    return rows;
  }

  private Optional<Row> row(int index, OrganizationId owner, MeterReadingInput input) {
    int before = faults.size();
    String at = "/readings/" + index;
    OffsetDateTime startsAt = input.startsAt();
    Duration block = startsAt == null ? null : block(at, startsAt.toInstant(), input);
    if (startsAt == null) {
      add(at + "/startsAt", "required", "Say when the block begins, with offset.");
    } else {
      Integer other = seen.putIfAbsent(startsAt.toInstant(), index);
      if (other != null) {
        add(at + "/startsAt", "duplicate", "Reading " + other + " is of the same block.");
      }
    }
    BigDecimal energy = energy(at, input.injectionMwh(), block);
    ReadingQuality quality = quality(at, input.quality());
    if (faults.size() > before || startsAt == null || block == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Row(
            owner,
            asset.id(),
            null,
            startsAt.toInstant(),
            (int) block.toMinutes(),
            energy,
            quality));
  }

  /** The length of the block that begins then; null if none does. */
  private @Nullable Duration block(String at, Instant start, MeterReadingInput input) {
    Optional<DeliveryDay> day = days.apply(start);
    if (day.isEmpty()) {
      add(at + "/startsAt", "unknown_day", asset.marketCode() + " has no blocks on that day.");
      return null;
    }
    Duration length = day.get().blockDuration();
    if (!beginsBlock(day.get(), start)) {
      add(
          at + "/startsAt",
          "block",
          "No block of " + length.toMinutes() + " minutes begins at that moment.");
    } else if (start.plus(length).isAfter(now)) {
      add(at + "/startsAt", "future", "That block has not ended yet.");
    }
    Integer minutes = input.durationMinutes();
    if (minutes == null) {
      add(at + "/durationMinutes", "required", "Say how long the block is.");
    } else if (minutes != length.toMinutes()) {
      add(at + "/durationMinutes", "block", "Blocks last " + length.toMinutes() + " minutes.");
    }
    return length;
  }

  private static boolean beginsBlock(DeliveryDay day, Instant start) {
    OptionalInt number = day.numberOf(start);
    return number.isPresent() && day.block(number.getAsInt()).start().equals(start);
  }

  private BigDecimal energy(String at, @Nullable BigDecimal energy, @Nullable Duration block) {
    if (energy == null) {
      add(at + "/injectionMwh", "required", "Give the energy in MWh, withdrawals negative.");
      return BigDecimal.ZERO;
    }
    if (energy.stripTrailingZeros().scale() > ENERGY_DECIMALS) {
      add(at + "/injectionMwh", "decimals", "At most " + ENERGY_DECIMALS + " decimals.");
    } else if (block != null && energy.abs().compareTo(most(block)) > 0) {
      add(
          at + "/injectionMwh",
          "implausible",
          "More than ten times what the asset can do in a block; is it in MWh?");
    }
    return energy;
  }

  private BigDecimal most(Duration block) {
    return asset
        .maxInjectionMw()
        .max(asset.maxWithdrawalMw())
        .multiply(IMPLAUSIBLE)
        .multiply(BigDecimal.valueOf(block.toMinutes()))
        .divide(HOUR_MINUTES, ENERGY_DECIMALS, RoundingMode.CEILING);
  }

  private ReadingQuality quality(String at, @Nullable String code) {
    if (code == null || code.equals(ReadingQuality.MEASURED.code())) {
      return ReadingQuality.MEASURED;
    }
    if (!code.equals(ReadingQuality.ESTIMATED.code())) {
      add(at + "/quality", "unknown_value", "One of measured, estimated.");
    }
    return ReadingQuality.ESTIMATED;
  }

  private void add(String field, String code, String message) {
    faults.add(new Fault(field, code, message));
  }
}
