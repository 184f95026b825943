package energy.optibid.engine.settlement;

import energy.optibid.engine.rules.DeviationRules.Charges;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Settles an asset's delivery day: trades, deviations, charges and taxes, line by line. */
public final class Settlement {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final AssetDay day;
  private final Charges charges;
  private final int decimals;
  private final List<StatementLine> lines = new ArrayList<>();
  private final List<BlockDeviation> deviations = new ArrayList<>();
  private final Map<MissingInput, Integer> missing = new EnumMap<>(MissingInput.class);

  private Settlement(AssetDay day) {
    this.day = day;
    this.charges = day.rules().charges();
    this.decimals = day.rules().currency().getDefaultFractionDigits();
  }

  /** The statement of the day; what lacks an input has no line and is counted as missing. */
  public static AssetDayStatement of(AssetDay day) {
    return new Settlement(day).settle();
  }

  private AssetDayStatement settle() {
    DeviationCharge charge = new DeviationCharge(day.rules(), day.terms());
    boolean traded = false;
    for (BlockInput input : day.blocks()) {
      for (Trade trade : input.trades()) {
        if (trade.quantityMwh().signum() != 0) {
          trade(input.block(), trade);
          traded |= trade.isExchange();
        }
      }
      deviation(charge, input);
    }
    if (traded) {
      ofTheDay();
    }
    return new AssetDayStatement(lines, deviations, missing);
  }

  private void trade(int block, Trade trade) {
    BigDecimal quantity = trade.quantityMwh();
    add(
        block,
        trade.isExchange() ? LineKind.ENERGY : LineKind.CONTRACT_ENERGY,
        trade.source(),
        quantity,
        trade.price(),
        quantity.negate().multiply(trade.price()));
    if (!trade.isExchange()) {
      return;
    }
    BigDecimal fee = day.exchangeFees().getOrDefault(trade.source(), BigDecimal.ZERO);
    byEnergy(block, LineKind.EXCHANGE_FEE, trade, fee);
    byEnergy(block, LineKind.NLDC_FEE, trade, charges.nldcFee().toBigDecimal());
    byEnergy(
        block,
        LineKind.TRANSMISSION_CHARGE,
        trade,
        (quantity.signum() > 0 ? charges.transmissionBuy() : charges.transmissionSell())
            .toBigDecimal());
    if (charges.lossesPercent().signum() > 0) {
      lines.add(
          new StatementLine(
              block,
              LineKind.TRANSMISSION_LOSSES,
              trade.source(),
              quantity.abs().multiply(charges.lossesPercent()).movePointLeft(2),
              BigDecimal.ZERO,
              charges.lossesPercent(),
              rounded(BigDecimal.ZERO)));
    }
  }

  private void byEnergy(int block, LineKind kind, Trade trade, BigDecimal perMwh) {
    if (perMwh.signum() != 0) {
      BigDecimal quantity = trade.quantityMwh();
      add(block, kind, trade.source(), quantity, perMwh, quantity.abs().negate().multiply(perMwh));
    }
  }

  private void deviation(DeviationCharge charge, BlockInput input) {
    BigDecimal actual = input.actualMwh();
    if (actual == null) {
      missing.merge(MissingInput.METER_READING, 1, Integer::sum);
      return;
    }
    DeviationCharge.Priced priced = charge.price(input, actual);
    deviations.add(priced.deviation());
    lines.addAll(priced.lines());
    MissingInput lacking = priced.missing();
    if (lacking != null) {
      missing.merge(lacking, 1, Integer::sum);
    }
  }

  private void ofTheDay() {
    BigDecimal perDay = charges.sldcFeePerDay().toBigDecimal();
    if (perDay.signum() != 0) {
      add(StatementLine.WHOLE_DAY, LineKind.SLDC_FEE, "", BigDecimal.ONE, perDay, perDay.negate());
    }
    BigDecimal fees =
        lines.stream()
            .filter(line -> isTaxed(line.kind()))
            .map(line -> line.amount().negate())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (fees.signum() != 0 && charges.gstPercent().signum() != 0) {
      lines.add(
          new StatementLine(
              StatementLine.WHOLE_DAY,
              LineKind.GST,
              "",
              fees,
              BigDecimal.ONE,
              charges.gstPercent(),
              rounded(fees.negate().multiply(charges.gstPercent()).movePointLeft(2))));
    }
  }

  private static boolean isTaxed(LineKind kind) {
    return switch (kind) {
      case EXCHANGE_FEE, NLDC_FEE, SLDC_FEE -> true;
      case ENERGY,
          CONTRACT_ENERGY,
          DEVIATION_ABOVE,
          DEVIATION_BELOW,
          TRANSMISSION_CHARGE,
          TRANSMISSION_LOSSES,
          GST ->
          false;
    };
  }

  private void add(
      int block,
      LineKind kind,
      String source,
      BigDecimal quantity,
      BigDecimal price,
      BigDecimal exact) {
    lines.add(new StatementLine(block, kind, source, quantity, price, HUNDRED, rounded(exact)));
  }

  /** The one rounding of a line. */
  private BigDecimal rounded(BigDecimal exact) {
    return exact.setScale(decimals, RoundingMode.HALF_EVEN);
  }
}
