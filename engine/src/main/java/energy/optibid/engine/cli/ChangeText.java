package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A change of a day's orders as it is written on the command line. */
sealed interface ChangeText {
  /**
   * A step of an own order: {@code zone=NORD,side=sell,period=20,price=100,quantity=50}; a period
   * may be a range {@code 8..20}, and without one the step stands in every period. Steps of one
   * zone and side are one bid.
   *
   * @param lastPeriod 0 where every period is meant
   */
  record OwnStep(
      String zone, Side side, int firstPeriod, int lastPeriod, Price price, Power quantity)
      implements ChangeText {}

  /** Another limit of a block: {@code block=ID,price=95.5}. */
  record BlockLimit(String blockId, Price price) implements ChangeText {}

  /** A block taken back: {@code block=ID,withdraw=yes}. */
  record BlockGone(String blockId) implements ChangeText {}

  /** Reads a change from an option. */
  final class Converter implements ITypeConverter<ChangeText> {
    private static final Set<String> STEP = Set.of("zone", "side", "period", "price", "quantity");

    @Override
    public ChangeText convert(String text) {
      Map<String, String> fields = fields(text);
      try {
        String block = fields.get("block");
        if (block == null) {
          return step(text, fields);
        }
        if (fields.keySet().equals(Set.of("block", "price"))) {
          return new BlockLimit(block, Price.of(field(text, fields, "price")));
        }
        if (fields.equals(Map.of("block", block, "withdraw", "yes"))) {
          return new BlockGone(block);
        }
      } catch (ArithmeticException | IllegalArgumentException e) {
        throw new TypeConversionException(form(text));
      }
      throw new TypeConversionException(form(text));
    }

    private static ChangeText step(String text, Map<String, String> fields) {
      if (!STEP.containsAll(fields.keySet())) {
        throw new TypeConversionException(form(text));
      }
      String period = fields.getOrDefault("period", "");
      int dots = period.indexOf("..");
      int first = period.isEmpty() ? 1 : number(dots < 0 ? period : period.substring(0, dots));
      int last = period.isEmpty() ? 0 : dots < 0 ? first : number(period.substring(dots + 2));
      Power quantity = Power.ofMegawatts(field(text, fields, "quantity"));
      if (first < 1 || last != 0 && last < first || quantity.kilowatts() < 0) {
        throw new TypeConversionException(form(text));
      }
      return new OwnStep(
          field(text, fields, "zone"),
          Side.valueOf(field(text, fields, "side").toUpperCase(Locale.ROOT)),
          first,
          last,
          Price.of(field(text, fields, "price")),
          quantity);
    }

    private static int number(String text) {
      return Integer.parseInt(text);
    }

    private static String field(String text, Map<String, String> fields, String name) {
      String value = fields.get(name);
      if (value == null) {
        throw new TypeConversionException(form(text));
      }
      return value;
    }

    private static Map<String, String> fields(String text) {
      Map<String, String> fields = new HashMap<>();
      for (String part : text.split(",", -1)) {
        int equals = part.indexOf('=');
        if (equals < 1
            || fields.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip())
                != null) {
          throw new TypeConversionException(form(text));
        }
      }
      return fields;
    }

    private static String form(String text) {
      return "'"
          + text
          + "' is no change such as zone=NORD,side=sell,period=20,price=100,quantity=50 or"
          + " block=ID,price=95.5 or block=ID,withdraw=yes";
    }
  }
}
