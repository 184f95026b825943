package energy.optibid.settlement.domain;

import energy.optibid.engine.settlement.LineKind;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a CSV file (RFC 4180) with a known header, and every fault found in them. A fault
 * names line and column as {@code /lines/3/day}; the header is line 1.
 */
final class CsvLines {
  private static final int MOST_FAULTS = 500;
  private static final int MOST_DIGITS = 18;

  private final List<String> columns;
  private final List<Line> lines = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  private CsvLines(String header) {
    this.columns = List.of(header.split(","));
  }

  /** Reads a file; faults are kept until {@link #orRefuse}. */
  static CsvLines read(String header, String csv) {
    CsvLines read = new CsvLines(header);
    try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(csv))) {
      for (CSVRecord row : parser) {
        read.add(row, parser.getCurrentLineNumber());
      }
    } catch (IOException | UncheckedIOException e) {
      read.faults.add(new Fault("/lines", "csv", "The file is not CSV: " + e.getMessage()));
    }
    if (read.lines.isEmpty() && read.faults.isEmpty()) {
      read.faults.add(new Fault("/lines", "required", "The file has no lines: " + header));
    }
    return read;
  }

  private void add(CSVRecord row, long line) {
    if (row.getRecordNumber() == 1) {
      if (!row.toList().equals(columns)) {
        fault(line, "", "header", "The first line must be " + String.join(",", columns) + ".");
      }
    } else if (row.size() != columns.size()) {
      fault(line, "", "columns", "Has " + row.size() + " columns instead of " + columns.size());
    } else {
      lines.add(new Line(line, row));
    }
  }

  List<Line> lines() {
    return lines;
  }

  void fault(long line, String column, String code, String message) {
    Fault fault =
        new Fault("/lines/" + line + (column.isEmpty() ? "" : "/" + column), code, message);
    if (faults.size() < MOST_FAULTS && !faults.contains(fault)) {
      faults.add(fault);
    }
  }

  /**
   * @throws ProblemException {@code validation_failed} if there is a fault
   */
  void orRefuse() {
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED, "The file cannot be taken; nothing of it was.", faults);
    }
  }

  /** One line after the header. */
  final class Line {
    private final long number;
    private final CSVRecord row;

    private Line(long number, CSVRecord row) {
      this.number = number;
      this.row = row;
    }

    long number() {
      return number;
    }

    String text(String column) {
      return row.get(columns.indexOf(column)).strip();
    }

    @Nullable UUID id(String column) {
      return parsed(column, UUID::fromString, "id", "Must be an identifier.");
    }

    @Nullable LocalDate day(String column) {
      return parsed(column, LocalDate::parse, "day", "Must be a date as 2026-04-01.");
    }

    @Nullable Integer count(String column) {
      return parsed(column, Integer::valueOf, "number", "Must be a whole number.");
    }

    @Nullable LineKind kind(String column) {
      return parsed(column, LineKind::ofCode, "kind", "Is no kind of line.");
    }

    @Nullable BigDecimal decimal(String column) {
      return parsed(column, Line::sound, "number", "Must be a number.");
    }

    /** As {@link #decimal}, but may be left out. */
    @Nullable BigDecimal optional(String column) {
      return text(column).isEmpty() ? null : decimal(column);
    }

    void fault(String column, String code, String message) {
      CsvLines.this.fault(number, column, code, message);
    }

    private <T> @Nullable T parsed(
        String column, Function<String, T> reading, String code, String message) {
      try {
        return reading.apply(text(column));
      } catch (IllegalArgumentException | DateTimeException e) {
        fault(column, code, message);
        return null;
      }
    }

    private static BigDecimal sound(String text) {
      BigDecimal number = new BigDecimal(text);
      if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
        throw new IllegalArgumentException("more digits than any quantity has");
      }
      return number;
    }
  }
}
