package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.market.reading.CsvReading;
import energy.optibid.engine.market.reading.Decimals;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.rules.RuleParameter;
import energy.optibid.engine.rules.TradingMechanism;
import energy.optibid.engine.termahead.ContinuousTrading.Validity;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Orders of one contract as CSV, in the order they arrive. The price is in the market's currency
 * per MWh, quantities are MW in every period. Reverse auctions know a minimum, continuous trading a
 * validity; the other field stays empty.
 */
final class ContractFile implements CsvReading.Rows {
  static final String HEADER = "action,id,side,price,quantity,minimum,validity";

  private static final List<String> COLUMNS = List.of(HEADER.split(","));
  private static final int ID = 1;
  private static final int SIDE = 2;
  private static final int PRICE = 3;
  private static final int QUANTITY = 4;
  private static final int MINIMUM = 5;
  private static final int VALIDITY = 6;

  private final boolean continuous;
  private final BigDecimal floor;
  private final BigDecimal cap;
  private final BigDecimal tick;
  private final BigDecimal lot;
  private final Refusals refusals;
  private final Set<String> ids = new HashSet<>();
  private final List<ContractRow> rows = new ArrayList<>();
  private long line;
  private String[] values = {};

  private ContractFile(
      RulePack pack, LocalDate day, TradingMechanism mechanism, Refusals refusals) {
    this.continuous = mechanism == TradingMechanism.CONTINUOUS;
    this.floor = rule(pack, RuleParameter.PRICE_FLOOR, day);
    this.cap = rule(pack, RuleParameter.PRICE_CAP, day);
    this.tick = rule(pack, RuleParameter.PRICE_TICK, day);
    this.lot = rule(pack, RuleParameter.QUANTITY_LOT, day);
    this.refusals = refusals;
  }

  /**
   * Reads a whole file.
   *
   * @param day first delivery day, whose rules hold
   * @throws StoppedException with every fault, or if the file cannot be read
   */
  static List<ContractRow> read(
      Path file, RulePack pack, LocalDate day, TradingMechanism mechanism) {
    ReadLimits limits = ReadLimits.DEFAULT;
    Refusals refusals = new Refusals(file.toString(), limits.maxKeptRefusals());
    ContractFile reader = new ContractFile(pack, day, mechanism, refusals);
    try (InputStream in = Files.newInputStream(file)) {
      new CsvReading(limits, refusals, reader).read(in);
    } catch (IOException e) {
      throw new StoppedException(OptibidEngine.FILE_FAILED, file + " cannot be read: " + e);
    }
    if (refusals.count() > 0) {
      throw new StoppedException(
          OptibidEngine.INPUT_REFUSED,
          refusals.kept().stream().map(Object::toString).collect(Collectors.joining("\n")));
    }
    return reader.rows;
  }

  private static BigDecimal rule(RulePack pack, RuleParameter parameter, LocalDate day) {
    return new BigDecimal(pack.rule(parameter, day).value());
  }

  @Override
  public boolean header(String text) {
    if (!text.equals(HEADER)) {
      refusals.add(1, "", RefusalCode.UNKNOWN_HEADER, "the first line is not " + HEADER, text);
    }
    return text.equals(HEADER);
  }

  @Override
  public void row(long newLine, String[] newValues) {
    line = newLine;
    values = newValues;
    if (values.length != COLUMNS.size()) {
      refusals.add(
          line,
          "",
          RefusalCode.FIELD_COUNT,
          "the line has %d fields, not %d".formatted(values.length, COLUMNS.size()),
          "");
      return;
    }
    switch (values[0]) {
      case "enter" -> enter();
      case "cancel" -> cancel();
      default -> refuse(0, RefusalCode.UNKNOWN_ACTION, "the action is neither enter nor cancel");
    }
  }

  private void cancel() {
    if (!continuous) {
      refuse(0, RefusalCode.UNKNOWN_ACTION, "an auction clears what its file says: leave it out");
    } else if (!ids.contains(values[ID])) {
      refuse(ID, RefusalCode.UNKNOWN_ORDER, "no earlier line enters that order");
    }
    for (int column = SIDE; column <= VALIDITY; column++) {
      empty(column, "a cancellation names its order only");
    }
    rows.add(new ContractRow.Cancel(values[ID]));
  }

  private void enter() {
    if (values[ID].isBlank() || !ids.add(values[ID])) {
      refuse(ID, RefusalCode.DUPLICATE, "an order needs an id of its own");
    }
    Optional<Side> side = constant(Side.class, SIDE, RefusalCode.UNKNOWN_SIDE);
    Optional<BigDecimal> price = price();
    Optional<BigDecimal> quantity = quantity(QUANTITY, lot);
    Optional<BigDecimal> minimum = Optional.of(BigDecimal.ZERO);
    Optional<Validity> validity = Optional.of(Validity.UNTIL_GATE_CLOSURE);
    if (continuous) {
      empty(MINIMUM, "continuous trading knows no minimum");
      if (!values[VALIDITY].isEmpty()) {
        validity = constant(Validity.class, VALIDITY, RefusalCode.UNKNOWN_VALIDITY);
      }
    } else {
      empty(VALIDITY, "orders of an auction all end with it");
      if (!values[MINIMUM].isEmpty()) {
        minimum = quantity(MINIMUM, BigDecimal.ZERO);
      }
    }
    if (side.isPresent()
        && price.isPresent()
        && quantity.isPresent()
        && minimum.isPresent()
        && validity.isPresent()) {
      if (minimum.get().compareTo(quantity.get()) > 0) {
        refuse(MINIMUM, RefusalCode.MIN_ABOVE_MAX, "the minimum is above the quantity");
        return;
      }
      rows.add(
          new ContractRow.Put(
              values[ID],
              side.get(),
              Price.of(price.get()),
              Power.ofMegawatts(quantity.get()),
              Power.ofMegawatts(minimum.get()),
              validity.get()));
    }
  }

  private Optional<BigDecimal> price() {
    Optional<BigDecimal> price = number(PRICE);
    if (price.isEmpty()) {
      return price;
    }
    if (price.get().compareTo(floor) < 0 || price.get().compareTo(cap) > 0) {
      refuse(
          PRICE,
          RefusalCode.PRICE_LIMIT,
          "the price is outside %s to %s".formatted(floor.toPlainString(), cap.toPlainString()));
      return Optional.empty();
    }
    return multiple(PRICE, price.get(), tick, RefusalCode.PRICE_TICK);
  }

  private Optional<BigDecimal> quantity(int column, BigDecimal least) {
    Optional<BigDecimal> quantity = number(column);
    if (quantity.isEmpty()) {
      return quantity;
    }
    if (quantity.get().compareTo(least) < 0) {
      refuse(column, RefusalCode.NEGATIVE, "the quantity is below " + least.toPlainString());
      return Optional.empty();
    }
    return multiple(column, quantity.get(), lot, RefusalCode.QUANTITY_LOT);
  }

  private Optional<BigDecimal> number(int column) {
    Optional<BigDecimal> number = Decimals.parse(values[column]);
    if (number.isEmpty()) {
      refuse(column, RefusalCode.NUMBER_FORM, "the field is no decimal number");
    }
    return number;
  }

  private Optional<BigDecimal> multiple(
      int column, BigDecimal number, BigDecimal of, RefusalCode code) {
    if (number.remainder(of).signum() != 0) {
      refuse(column, code, "the number is no multiple of " + of.toPlainString());
      return Optional.empty();
    }
    return Optional.of(number);
  }

  private <E extends Enum<E>> Optional<E> constant(Class<E> type, int column, RefusalCode code) {
    Optional<E> found =
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> code(constant).equals(values[column]))
            .findFirst();
    if (found.isEmpty()) {
      refuse(
          column,
          code,
          "the field is none of "
              + Arrays.stream(type.getEnumConstants())
                  .map(ContractFile::code)
                  .collect(Collectors.joining(", ")));
    }
    return found;
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private void empty(int column, String reason) {
    if (!values[column].isEmpty()) {
      refuse(column, RefusalCode.NOT_EMPTY, reason);
    }
  }

  private void refuse(int column, RefusalCode code, String reason) {
    refusals.add(line, COLUMNS.get(column), code, reason, values[column]);
  }
}
