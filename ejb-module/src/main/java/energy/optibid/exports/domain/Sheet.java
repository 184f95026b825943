package energy.optibid.exports.domain;

import java.util.List;
import java.util.Optional;

/**
 * A table as it was read from a file: text in rows, each cell with its address.
 *
 * @param name of the sheet in a workbook; empty where the file has none
 * @param header names of the columns
 * @param lines below the header
 */
public record Sheet(Optional<String> name, List<String> header, List<Line> lines) {
  public Sheet {
    header = List.copyOf(header);
    lines = List.copyOf(lines);
  }

  /**
   * A row.
   *
   * @param number in the file, the first being 1
   * @param cells stripped; empty where there is nothing. May be fewer than columns
   */
  public record Line(int number, List<String> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /** What stands in a column of a row; empty where there is nothing or no such column. */
  public String cell(Line line, String column) {
    int at = header.indexOf(column);
    return at < 0 || at >= line.cells().size() ? "" : line.cells().get(at);
  }

  /** Where that is: {@code Sheet1!C14}, or {@code row 14, column price_2} without a sheet. */
  public String address(int row, String column) {
    int at = header.indexOf(column);
    return name.isPresent() && at >= 0
        ? name.get() + "!" + letters(at) + row
        : "row " + row + ", column " + column;
  }

  private static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }
}
