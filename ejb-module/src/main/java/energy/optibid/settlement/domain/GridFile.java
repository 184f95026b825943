package energy.optibid.settlement.domain;

import energy.optibid.settlement.GridDay.Block;
import energy.optibid.settlement.SettlementInputs;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a file of grid data. */
public final class GridFile {
  private static final BigDecimal LOWEST_HZ = BigDecimal.valueOf(45);
  private static final BigDecimal HIGHEST_HZ = BigDecimal.valueOf(65);
  private static final String GRID = "";
  private static final int FREQUENCY_DECIMALS = 3;
  private static final int PRICE_DECIMALS = 4;

  private GridFile() {}

  /** A day of the grid with all its blocks. */
  public record Day(LocalDate day, List<Block> blocks) {
    public Day {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * The days of a file.
   *
   * @param blocksOf how many blocks a day has; 0 where there are no rules for it
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault
   */
  public static List<Day> read(String csv, Function<LocalDate, Integer> blocksOf) {
    CsvLines file = CsvLines.read(SettlementInputs.GRID_HEADER, csv);
    DaySeries<String> series = new DaySeries<>(file, key -> blocksOf.apply(key.day()));
    for (CsvLines.Line line : file.lines()) {
      judge(line, block(line));
      LocalDate day = line.day("day");
      Integer number = line.count("block");
      if (day != null && number != null) {
        series.add(line, GRID, day, number);
      }
    }
    List<Day> days = new ArrayList<>();
    series
        .whole()
        .forEach(
            (key, lines) ->
                days.add(new Day(key.day(), lines.stream().map(GridFile::block).toList())));
    file.orRefuse();
    return days;
  }

  private static void judge(CsvLines.Line line, Block block) {
    BigDecimal hertz = block.frequencyHz();
    if (hertz != null && (hertz.compareTo(LOWEST_HZ) < 0 || hertz.compareTo(HIGHEST_HZ) > 0)) {
      line.fault("frequency_hz", "implausible", "No grid runs at that frequency; is it in Hz?");
    }
    decimals(line, "frequency_hz", hertz, FREQUENCY_DECIMALS);
    decimals(line, "day_ahead_price", block.dayAheadPrice(), PRICE_DECIMALS);
    decimals(line, "real_time_price", block.realTimePrice(), PRICE_DECIMALS);
    decimals(line, "ancillary_charge", block.ancillaryCharge(), PRICE_DECIMALS);
  }

  private static void decimals(
      CsvLines.Line line, String column, @Nullable BigDecimal value, int most) {
    if (value != null && value.stripTrailingZeros().scale() > most) {
      line.fault(column, "decimals", "At most " + most + " decimals.");
    }
  }

  private static Block block(CsvLines.Line line) {
    return new Block(
        0,
        line.optional("frequency_hz"),
        line.optional("day_ahead_price"),
        line.optional("real_time_price"),
        line.optional("ancillary_charge"));
  }
}
