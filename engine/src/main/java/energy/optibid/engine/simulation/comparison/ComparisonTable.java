package energy.optibid.engine.simulation.comparison;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Markets beside each other, as a table in Markdown. */
public final class ComparisonTable {
  private ComparisonTable() {}

  /** A market's name above its figures. */
  public record Column(String title, MarketFigures figures) {}

  /** One row per figure, one column per market. */
  public static List<String> rows(List<Column> columns) {
    List<String> rows = new ArrayList<>();
    rows.add(row("", columns, Column::title));
    rows.add("|---|" + "---:|".repeat(columns.size()));
    rows.add(row("days", columns, column -> String.valueOf(column.figures().days())));
    add(rows, "mean price", columns, MarketFigures::mean);
    add(rows, "mean cleared volume, MW", columns, MarketFigures::meanVolume);
    for (int i = 0; i < MarketFigures.LEVELS.size(); i++) {
      int level = i;
      add(
          rows,
          "price, %.0f %% of blocks are below".formatted(100 * MarketFigures.LEVELS.get(i)),
          columns,
          figures -> figures.quantiles().get(level));
    }
    rows.add(row("blocks at the cap", columns, column -> percent(column.figures().shareAtCap())));
    rows.add(row("blocks split", columns, column -> percent(column.figures().shareSplit())));
    add(rows, "area spread, mean", columns, MarketFigures::meanSpread);
    add(rows, "area spread, largest", columns, MarketFigures::largestSpread);
    for (int hour = 0; hour < 24; hour++) {
      int of = hour;
      add(
          rows,
          "%02d:00–%02d:00".formatted(hour, hour + 1),
          columns,
          figures -> figures.hourly().get(of));
    }
    return rows;
  }

  /** Mean price of each weekday there is. */
  public static List<String> weekdays(List<Column> columns) {
    List<String> rows = new ArrayList<>();
    rows.add(row("", columns, Column::title));
    rows.add("|---|" + "---:|".repeat(columns.size()));
    for (DayOfWeek weekday : DayOfWeek.values()) {
      add(
          rows,
          weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
          columns,
          figures -> figures.byWeekday().getOrDefault(weekday, Double.NaN));
    }
    return rows;
  }

  private static void add(
      List<String> rows,
      String name,
      List<Column> columns,
      Function<MarketFigures, Double> figure) {
    rows.add(
        row(
            name,
            columns,
            column -> {
              double value = figure.apply(column.figures());
              return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,.0f", value);
            }));
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String row(String name, List<Column> columns, Function<Column, String> cell) {
    StringBuilder row = new StringBuilder("| ").append(name).append(" |");
    columns.forEach(column -> row.append(' ').append(cell.apply(column)).append(" |"));
    return row.toString();
  }
}
