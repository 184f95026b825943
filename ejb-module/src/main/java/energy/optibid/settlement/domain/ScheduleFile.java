package energy.optibid.settlement.domain;

import energy.optibid.settlement.SettlementInputs;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;

/** Reads a file of implemented schedules. */
public final class ScheduleFile {
  private static final int POWER_DECIMALS = 3;

  private ScheduleFile() {}

  /** An asset's schedule of a day, MW of each block, injection-positive. */
  public record Day(UUID assetId, LocalDate day, List<BigDecimal> injectionMw) {
    public Day {
      injectionMw = List.copyOf(injectionMw);
    }
  }

  /**
   * The days of a file.
   *
   * @param blocksOf how many blocks an asset's day has; −1 where there is no such asset, 0 where
   *     its market has no rules for the day
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault
   */
  public static List<Day> read(String csv, BiFunction<UUID, LocalDate, Integer> blocksOf) {
    CsvLines file = CsvLines.read(SettlementInputs.SCHEDULE_HEADER, csv);
    DaySeries<UUID> series =
        new DaySeries<>(file, key -> Math.max(0, blocksOf.apply(key.of(), key.day())));
    for (CsvLines.Line line : file.lines()) {
      UUID asset = line.id("asset_id");
      LocalDate day = line.day("day");
      Integer block = line.count("block");
      BigDecimal power = line.decimal("injection_mw");
      if (power != null && power.stripTrailingZeros().scale() > POWER_DECIMALS) {
        line.fault("injection_mw", "decimals", "At most " + POWER_DECIMALS + " decimals.");
      }
      if (asset == null || day == null || block == null) {
        continue;
      }
      if (blocksOf.apply(asset, day) < 0) {
        line.fault("asset_id", "not_found", "There is no such asset.");
      } else {
        series.add(line, asset, day, block);
      }
    }
    List<Day> days = new ArrayList<>();
    series
        .whole()
        .forEach(
            (key, lines) ->
                days.add(
                    new Day(
                        key.of(),
                        key.day(),
                        lines.stream()
                            .map(line -> line.optional("injection_mw"))
                            .filter(Objects::nonNull)
                            .toList())));
    file.orRefuse();
    return days;
  }
}
