package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.replay.Sweep;
import energy.optibid.engine.clearing.replay.Sweep.Figure;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A range on the command line: {@code quantity=0..500/50} in MW or {@code price=0..100/5} per MWh.
 */
record SweepText(Figure figure, long from, long to, long step) {
  private static final Pattern FORM =
      Pattern.compile("(quantity|price)=(-?[0-9.]+?)\\.\\.(-?[0-9.]+)/([0-9.]+)");

  /** The sweep of an order or block. */
  Sweep of(String orderId) {
    return new Sweep(orderId, figure, from, to, step);
  }

  /** Decimals of its scaled values. */
  int scale() {
    return switch (figure) {
      case QUANTITY -> Power.SCALE;
      case PRICE -> Price.SCALE;
    };
  }

  /** Reads a range from an option. */
  static final class Converter implements ITypeConverter<SweepText> {
    @Override
    public SweepText convert(String text) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException(
            "'" + text + "' is no range such as quantity=0..500/50 or price=0..100/5");
      }
      Figure figure = Figure.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
      try {
        SweepText sweep =
            new SweepText(
                figure,
                scaled(figure, matcher.group(2)),
                scaled(figure, matcher.group(3)),
                scaled(figure, matcher.group(4)));
        sweep.of("");
        return sweep;
      } catch (ArithmeticException | IllegalArgumentException e) {
        throw new TypeConversionException("'" + text + "': " + e.getMessage());
      }
    }

    private static long scaled(Figure figure, String number) {
      return switch (figure) {
        case QUANTITY -> Power.ofMegawatts(number).kilowatts();
        case PRICE -> Price.of(number).tenThousandths();
      };
    }
  }
}
