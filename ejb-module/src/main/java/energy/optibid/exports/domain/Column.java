package energy.optibid.exports.domain;

/**
 * A column of a table. Every cell of it has a value, except in tables that are never written as
 * Parquet, where a null is an empty cell.
 *
 * @param name lower case, words joined by underscores, with the unit at its end
 * @param scale decimals of a {@link Kind#DECIMAL}; 0 otherwise
 */
public record Column(String name, Kind kind, int scale) {
  /** What the cells of a column are. */
  public enum Kind {
    /** A {@link String}. */
    TEXT,
    /** An {@link Integer}. */
    INTEGER,
    /** A {@link java.math.BigDecimal} with at most the column's decimals and 18 digits in all. */
    DECIMAL,
    /** An {@link java.time.Instant} of whole microseconds. */
    INSTANT,
    /** A {@link java.time.LocalDate}. */
    DAY,
    /** A {@link Boolean}. */
    FLAG
  }

  public static Column text(String name) {
    return new Column(name, Kind.TEXT, 0);
  }

  public static Column integer(String name) {
    return new Column(name, Kind.INTEGER, 0);
  }

  public static Column decimal(String name, int scale) {
    return new Column(name, Kind.DECIMAL, scale);
  }

  public static Column instant(String name) {
    return new Column(name, Kind.INSTANT, 0);
  }

  public static Column day(String name) {
    return new Column(name, Kind.DAY, 0);
  }

  public static Column flag(String name) {
    return new Column(name, Kind.FLAG, 0);
  }
}
