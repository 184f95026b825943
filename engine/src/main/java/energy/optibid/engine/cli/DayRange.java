package energy.optibid.engine.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Delivery days from one to another, both included: {@code 2025-04-01..2025-04-10} or one day. */
record DayRange(LocalDate first, LocalDate last) {
  boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** Reads a range from an option. */
  static final class Converter implements ITypeConverter<DayRange> {
    @Override
    public DayRange convert(String text) {
      int dots = text.indexOf("..");
      try {
        LocalDate first = LocalDate.parse(dots < 0 ? text : text.substring(0, dots));
        LocalDate last = dots < 0 ? first : LocalDate.parse(text.substring(dots + 2));
        if (!last.isBefore(first)) {
          return new DayRange(first, last);
        }
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(form(text));
      }
      throw new TypeConversionException(form(text));
    }

    private static String form(String text) {
      return "'" + text + "' is no day or range of days such as 2025-04-01..2025-04-10";
    }
  }
}
