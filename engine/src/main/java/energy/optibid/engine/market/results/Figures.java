package energy.optibid.engine.market.results;

import energy.optibid.engine.market.reading.Decimals;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import energy.optibid.engine.rules.AuctionRules;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prices and volumes as text, each refused by name or taken. */
public final class Figures {
  /** A third more than India's highest demand ever; anything above is kW or a year's energy. */
  private static final BigDecimal MOST_MEGAWATTS = BigDecimal.valueOf(350_000);

  private final Refusals refusals;

  public Figures(Refusals refusals) {
    this.refusals = refusals;
  }

  /** A price within the limits of the day and on its publication tick, or null when refused. */
  public @Nullable BigDecimal price(long line, String field, String text, AuctionRules rules) {
    BigDecimal price = number(line, field, text);
    return price == null ? null : price(line, field, price, text, rules);
  }

  /**
   * As {@link #price(long, String, String, AuctionRules)}, of a file whose numbers have a form of
   * their own.
   *
   * @param price what the text means, currency per MWh
   */
  public @Nullable BigDecimal price(
      long line, String field, BigDecimal price, String text, AuctionRules rules) {
    if (!withinLimits(price, rules)) {
      refusals.add(
          line,
          field,
          RefusalCode.PRICE_LIMIT,
          "the price is outside %s to %s"
              .formatted(
                  plain(rules.priceFloor().toBigDecimal()), plain(rules.priceCap().toBigDecimal())),
          text);
      return null;
    }
    BigDecimal tick = rules.publicationTick().toBigDecimal();
    if (price.remainder(tick).signum() != 0) {
      refusals.add(
          line,
          field,
          RefusalCode.PRICE_TICK,
          "the price is not a multiple of " + plain(tick),
          text);
      return null;
    }
    return price;
  }

  /** Whether the rules of the day allow a price. */
  public static boolean withinLimits(BigDecimal price, AuctionRules rules) {
    return price.compareTo(rules.priceFloor().toBigDecimal()) >= 0
        && price.compareTo(rules.priceCap().toBigDecimal()) <= 0;
  }

  /** A volume in MW from zero to what a grid can carry, or null when refused. */
  public @Nullable BigDecimal megawatts(long line, String field, String text) {
    BigDecimal volume = number(line, field, text);
    return volume == null ? null : megawatts(line, field, volume, text);
  }

  /**
   * As {@link #megawatts(long, String, String)}, of a file whose numbers have a form of their own.
   *
   * @param volume what the text means, MW
   */
  public @Nullable BigDecimal megawatts(long line, String field, BigDecimal volume, String text) {
    if (volume.signum() < 0) {
      refusals.add(line, field, RefusalCode.NEGATIVE, "the volume must not be negative", text);
      return null;
    }
    if (volume.compareTo(MOST_MEGAWATTS) > 0) {
      refusals.add(
          line,
          field,
          RefusalCode.VOLUME_RANGE,
          "over " + plain(MOST_MEGAWATTS) + " MW: more than any grid carries, so the unit is wrong",
          text);
      return null;
    }
    return volume;
  }

  private @Nullable BigDecimal number(long line, String field, String text) {
    Optional<BigDecimal> number = Decimals.parse(text);
    if (number.isEmpty()) {
      refusals.add(
          line,
          field,
          RefusalCode.NUMBER_FORM,
          "the value is no decimal number under ten million",
          text);
    }
    return number.orElse(null);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
