package energy.optibid.engine.rules;

import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What deviations and the charges beside an exchange's price cost on a delivery day. Every figure
 * is the pack's of that day; {@link RuleParameter} says what each means.
 */
public record DeviationRules(
    RulePack pack,
    DeliveryDay day,
    Currency currency,
    Scheme generalSeller,
    Map<BuyerClass, Scheme> buyers,
    Scheme solar,
    Scheme wind,
    BigDecimal solarCapacityShare,
    BigDecimal windCapacityShare,
    ZeroScheduleRule zeroSchedule,
    NormalRateFallback normalRateFallback,
    Price normalRateTick,
    Charges charges) {
  public DeviationRules {
    buyers = Map.copyOf(buyers);
  }

  /** Bands and rates of one kind of participant; {@code above}: more injected than scheduled. */
  public record Scheme(VolumeLimit first, VolumeLimit second, BandRates above, BandRates below) {
    /** Whether a deviation is priced by the grid's frequency. */
    public boolean needsFrequency() {
      return !above.isConstant() || !below.isConstant();
    }
  }

  /** Charges beside the price of energy; percentages in percent, money per MWh or day. */
  public record Charges(
      Price transmissionBuy,
      Price transmissionSell,
      BigDecimal lossesPercent,
      Price nldcFee,
      Price sldcFeePerDay,
      BigDecimal gstPercent) {}

  static DeviationRules of(RulePack pack, LocalDate day) {
    Reader reader = new Reader(pack, day);
    BandRates underDrawal = reader.rates(RuleParameter.BUYER_UNDER_DRAWAL);
    BandRates overDrawal = reader.rates(RuleParameter.BUYER_OVER_DRAWAL);
    Map<BuyerClass, VolumeLimit> first =
        BuyerClass.limits(reader.value(RuleParameter.BUYER_FIRST_LIMIT));
    Map<BuyerClass, VolumeLimit> second =
        BuyerClass.limits(reader.value(RuleParameter.BUYER_SECOND_LIMIT));
    Map<BuyerClass, Scheme> buyers = new EnumMap<>(BuyerClass.class);
    first.forEach(
        (buyer, limit) ->
            buyers.put(
                buyer,
                new Scheme(
                    limit, Objects.requireNonNull(second.get(buyer)), underDrawal, overDrawal)));
    return new DeviationRules(
        pack,
        pack.day(day),
        Currency.getInstance(reader.value(RuleParameter.CURRENCY)),
        new Scheme(
            VolumeLimit.parse(reader.value(RuleParameter.GENERAL_SELLER_FIRST_LIMIT)),
            VolumeLimit.parse(reader.value(RuleParameter.GENERAL_SELLER_SECOND_LIMIT)),
            reader.rates(RuleParameter.GENERAL_SELLER_OVER_INJECTION),
            reader.rates(RuleParameter.GENERAL_SELLER_UNDER_INJECTION)),
        buyers,
        reader.renewable(RuleParameter.SOLAR_FIRST_LIMIT, RuleParameter.SOLAR_SECOND_LIMIT),
        reader.renewable(RuleParameter.WIND_FIRST_LIMIT, RuleParameter.WIND_SECOND_LIMIT),
        reader.percent(RuleParameter.SOLAR_CAPACITY_SHARE),
        reader.percent(RuleParameter.WIND_CAPACITY_SHARE),
        RuleParameter.constant(
            ZeroScheduleRule.class, reader.value(RuleParameter.ZERO_SCHEDULE_RULE)),
        RuleParameter.constant(
            NormalRateFallback.class, reader.value(RuleParameter.NORMAL_RATE_FALLBACK)),
        reader.price(RuleParameter.NORMAL_RATE_TICK),
        new Charges(
            reader.price(RuleParameter.TRANSMISSION_CHARGE_BUY),
            reader.price(RuleParameter.TRANSMISSION_CHARGE_SELL),
            reader.percent(RuleParameter.TRANSMISSION_LOSSES),
            reader.price(RuleParameter.NLDC_FEE),
            reader.price(RuleParameter.SLDC_FEE),
            reader.percent(RuleParameter.GST_ON_FEES)));
  }

  private record Reader(RulePack pack, LocalDate day) {
    String value(RuleParameter parameter) {
      return pack.rule(parameter, day).value();
    }

    BandRates rates(RuleParameter parameter) {
      return BandRates.parse(value(parameter));
    }

    BigDecimal percent(RuleParameter parameter) {
      return RuleParameter.percent(value(parameter));
    }

    Price price(RuleParameter parameter) {
      return Price.of(value(parameter));
    }

    Scheme renewable(RuleParameter first, RuleParameter second) {
      return new Scheme(
          new VolumeLimit(percent(first), null),
          new VolumeLimit(percent(second), null),
          rates(RuleParameter.RENEWABLE_OVER_INJECTION),
          rates(RuleParameter.RENEWABLE_UNDER_INJECTION));
    }
  }
}
