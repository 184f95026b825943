package energy.optibid.imports.adapter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A book with one fault of each kind, each on a line of its own. */
final class SpoiltCurves {
  private static final int TIMESTAMP = 0;
  private static final int DAY = 1;
  private static final int PERIOD = 2;
  private static final int ZONE = 3;
  private static final int SIDE = 4;
  private static final int PRICE = 5;
  private static final int QUANTITY = 6;

  private final List<String> lines;
  private final Map<Long, String> expected = new TreeMap<>();
  private int next = 10;

  SpoiltCurves(List<String> sound) {
    lines = new ArrayList<>(sound);
    field(TIMESTAMP, "yesterday", "timestamp_form timestamp");
    field(TIMESTAMP, "2025-06-02T23:59:00+02:00", "timestamp_mismatch timestamp");
    field(DAY, "02/06/2025", "day_form delivery_day");
    field(DAY, "1999-06-02", "day_without_rules delivery_day");
    field(PERIOD, "one", "period_form period");
    field(PERIOD, "25", "period_range period");
    field(ZONE, "ROMA", "unknown_zone zone");
    field(SIDE, "both", "unknown_side side");
    field(PRICE, "cheap", "number_form price_eur_per_mwh");
    field(PRICE, "4000.01", "price_limit price_eur_per_mwh");
    field(PRICE, "50.001", "price_tick price_eur_per_mwh");
    field(QUANTITY, "NaN", "number_form quantity_mwh");
    field(QUANTITY, "0.0005", "quantity_lot quantity_mwh");
    field(QUANTITY, "-1", "negative quantity_mwh");
    line(lines.get(next) + ",extra", "field_count ");
    line(lines.get(1), "duplicate zone");
    line("", "blank_line ");
    line("x".repeat(1_001), "line_too_long ");
    line("\uFFFE", "not_utf8 ");
    line("\"" + lines.get(next), "broken_quote ");
  }

  /** What the report must say of each line: code and field. */
  Map<Long, String> expected() {
    return expected;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String line : lines) {
      // the one line that is to be no UTF-8 stands in the list as a character no file has
      byte[] text =
          line.equals("\uFFFE")
              ? new byte[] {(byte) 0xC3, (byte) 0x28}
              : line.getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes(text);
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }

  private void field(int column, String value, String fault) {
    String[] values = lines.get(next).split(",", -1);
    values[column] = value;
    line(String.join(",", values), fault);
  }

  /** Line numbers count the header as 1, list indices as 0. */
  private void line(String text, String fault) {
    lines.set(next, text);
    expected.put(next + 1L, fault);
    next += 7;
  }
}
