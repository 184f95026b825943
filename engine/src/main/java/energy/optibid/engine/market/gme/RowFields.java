package energy.optibid.engine.market.gme;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.market.reading.Decimals;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/**
 * The fields of one row, turned into values. Every bad field of a row is refused, not just the
 * first; what a refused field stands for is then a stand-in and the row is not {@link #sound()}.
 */
final class RowFields {
  private final GmeFileKind kind;
  private final List<String> columns;
  private final Refusals refusals;
  private final RowInterval interval;
  private final int periodField;
  private final BlockFields blocks;
  private final KeySet keys = new KeySet();
  private final Quantities quantities = new Quantities();
  private String[] values = new String[0];
  private long line;
  private long refusedBefore;

  RowFields(RulePack pack, GmeFileKind kind, Refusals refusals) {
    this.kind = kind;
    this.columns = kind.columns();
    this.refusals = refusals;
    this.periodField = columns.indexOf("period");
    this.interval = new RowInterval(pack, this, periodField);
    this.blocks = new BlockFields(this);
  }

  /** Takes a line's fields; false when their number is wrong. */
  boolean load(long newLine, String[] newValues) {
    line = newLine;
    values = newValues;
    refusedBefore = refusals.count();
    if (newValues.length != columns.size()) {
      refusals.add(
          line,
          "",
          RefusalCode.FIELD_COUNT,
          "the line has " + newValues.length + " fields instead of " + columns.size(),
          String.join(",", newValues));
      return false;
    }
    return true;
  }

  boolean sound() {
    return refusals.count() == refusedBefore;
  }

  long normalised() {
    return quantities.normalised();
  }

  /** The row of the file's kind. Meaningful only while {@link #sound()}. */
  GmeRow read() {
    interval.read(values[0], values[1], values[periodField]);
    LocalDate day = interval.day();
    int period = interval.period();
    return switch (kind) {
      case BID_CURVES, SIMPLE_BID_CURVES -> bookStep(day, period);
      case INTERNAL_TRANSFER_CAPACITIES -> internalCapacity(day, period);
      case TRANSFER_CAPACITIES -> transferCapacity(day, period);
      case PUBLISHED_EXCHANGES -> exchange(day, period);
      case PUBLISHED_PRICES -> publishedPrice(day, period);
      case PUBLISHED_FLOWS -> publishedFlow(day, period);
      case BLOCK_ORDERS -> blockPeriod(day, period);
    };
  }

  private GmeRow bookStep(LocalDate day, int period) {
    int zone = zone(3, Zones.OWN);
    Side side = side(4);
    Price price = orderPrice(5);
    Power quantity = notNegative(6, quantity(6));
    if (sound()) {
      AuctionRules rules = interval.rules();
      long level =
          (price.tenThousandths() - rules.priceFloor().tenThousandths())
              / rules.priceTick().tenThousandths();
      refuseDuplicate(
          zone, side.ordinal(), level, "the same zone, side and price stand on an earlier line");
    }
    return new GmeRow.BookStep(line, day, period, values[3], side, price, quantity);
  }

  private GmeRow blockPeriod(LocalDate day, int period) {
    zone(4, Zones.OWN);
    Side side = side(5);
    Power quantity = notNegative(6, quantity(6));
    Price price = orderPrice(7);
    PublishedDecision decision = blocks.decision(8, values[8]);
    GmeRow.BlockPeriod row =
        new GmeRow.BlockPeriod(
            line, day, period, values[2], values[4], side, price, quantity, decision);
    if (sound()) {
      blocks.refuseContradiction(row);
    }
    return row;
  }

  private GmeRow internalCapacity(LocalDate day, int period) {
    link(3, 4, Zones.OWN, Zones.OWN);
    Power forward = notNegative(5, quantity(5));
    Power reverse = notNegative(6, quantity(6));
    return new GmeRow.InternalCapacity(line, day, period, values[3], values[4], forward, reverse);
  }

  private GmeRow transferCapacity(LocalDate day, int period) {
    link(4, 5, Zones.REACHABLE, Zones.REACHABLE);
    if (!values[3].equals(values[4] + "_" + values[5])) {
      refuse(3, RefusalCode.LINK_ID, "the id is not " + values[4] + "_" + values[5]);
    }
    Power min = quantity(6);
    Power max = quantity(7);
    if (sound() && min.compareTo(max) > 0) {
      refuse(6, RefusalCode.MIN_ABOVE_MAX, "the smallest flow is above the largest");
    }
    return new GmeRow.TransferCapacity(
        line, day, period, values[3], values[4], values[5], min, max);
  }

  private GmeRow exchange(LocalDate day, int period) {
    link(3, 4, Zones.OWN, Zones.REACHABLE);
    Power export = quantity(5);
    return new GmeRow.PublishedExchange(line, day, period, values[3], values[4], export);
  }

  private GmeRow publishedPrice(LocalDate day, int period) {
    int zone = zone(3, Zones.PRICED);
    BigDecimal price = number(4);
    refuseOutsideLimits(4, price);
    if (sound()) {
      refuseDuplicate(zone, 0, 0, "the same zone stands on an earlier line");
    }
    return new GmeRow.PublishedPrice(line, day, period, values[3], price);
  }

  private GmeRow publishedFlow(LocalDate day, int period) {
    link(3, 4, Zones.OWN, Zones.OWN);
    return new GmeRow.PublishedFlow(line, day, period, values[3], values[4], number(5));
  }

  private void link(int fromField, int toField, Zones fromZones, Zones toZones) {
    int from = zone(fromField, fromZones);
    int to = zone(toField, toZones);
    if (sound() && from == to) {
      refuse(toField, RefusalCode.SAME_ZONE, "a link joins two different zones");
    }
    if (sound()) {
      refuseDuplicate(from, to, 0, "the same link stands on an earlier line");
    }
  }

  /** The zone's number among the codes of its day, or 0 when refused. */
  private int zone(int field, Zones allowed) {
    if (!interval.known()) {
      return 0;
    }
    Integer number = interval.numberOf(allowed, values[field]);
    if (number == null) {
      refuse(
          field,
          RefusalCode.UNKNOWN_ZONE,
          "'" + Refusals.shown(values[field]) + "' is no " + allowed.what());
      return 0;
    }
    return number;
  }

  private Side side(int field) {
    return switch (values[field]) {
      case "demand" -> Side.BUY;
      case "supply" -> Side.SELL;
      default -> {
        refuse(field, RefusalCode.UNKNOWN_SIDE, "the side is neither demand nor supply");
        yield Side.BUY;
      }
    };
  }

  private Price orderPrice(int field) {
    OptionalLong quick = Decimals.scaled(values[field], Price.SCALE);
    if (quick.isPresent() && interval.known()) {
      return inLimitsOnTick(field, quick.getAsLong());
    }
    long before = refusals.count();
    BigDecimal price = number(field);
    refuseOutsideLimits(field, price);
    if (refusals.count() > before || !interval.known()) {
      return new Price(0);
    }
    BigDecimal scaled = price.movePointRight(Price.SCALE);
    if (scaled.stripTrailingZeros().scale() > 0) {
      refuseOffTick(field);
      return new Price(0);
    }
    return inLimitsOnTick(field, scaled.longValueExact());
  }

  private Price inLimitsOnTick(int field, long tenThousandths) {
    AuctionRules rules = interval.rules();
    if (tenThousandths < rules.priceFloor().tenThousandths()
        || tenThousandths > rules.priceCap().tenThousandths()) {
      refuseLimits(field);
    } else if (tenThousandths % rules.priceTick().tenThousandths() != 0) {
      refuseOffTick(field);
    }
    return new Price(tenThousandths);
  }

  private void refuseOffTick(int field) {
    refuse(
        field,
        RefusalCode.PRICE_TICK,
        "the price is not a multiple of " + plain(interval.rules().priceTick()));
  }

  private void refuseOutsideLimits(int field, BigDecimal price) {
    if (interval.known()
        && (price.compareTo(interval.rules().priceFloor().toBigDecimal()) < 0
            || price.compareTo(interval.rules().priceCap().toBigDecimal()) > 0)) {
      refuseLimits(field);
    }
  }

  private void refuseLimits(int field) {
    AuctionRules rules = interval.rules();
    refuse(
        field,
        RefusalCode.PRICE_LIMIT,
        "the price is outside " + plain(rules.priceFloor()) + " to " + plain(rules.priceCap()));
  }

  private static String plain(Price price) {
    return price.toBigDecimal().stripTrailingZeros().toPlainString();
  }

  private Power quantity(int field) {
    if (interval.known()) {
      OptionalLong quick = quantities.whole(values[field], interval.rules());
      if (quick.isPresent()) {
        return new Power(quick.getAsLong());
      }
    }
    long before = refusals.count();
    BigDecimal energy = number(field);
    if (refusals.count() > before || !interval.known()) {
      return Power.ZERO;
    }
    return quantities
        .power(energy, interval.rules())
        .orElseGet(
            () -> {
              refuse(
                  field,
                  RefusalCode.QUANTITY_LOT,
                  "the quantity is not a multiple of " + interval.rules().quantityLot());
              return Power.ZERO;
            });
  }

  private Power notNegative(int field, Power power) {
    if (power.kilowatts() < 0) {
      refuse(field, RefusalCode.NEGATIVE, "the value must not be negative");
      return Power.ZERO;
    }
    return power;
  }

  private BigDecimal number(int field) {
    return Decimals.parse(values[field])
        .orElseGet(
            () -> {
              refuse(
                  field,
                  RefusalCode.NUMBER_FORM,
                  "the value is no decimal number under ten million");
              return BigDecimal.ZERO;
            });
  }

  /** Packs a key: 22 bits of day, 7 of period, 6 and 6 of names, 22 of price level. */
  private void refuseDuplicate(int first, int second, long level, String reason) {
    long epochDay = interval.day().toEpochDay();
    if (epochDay < 0 || epochDay >= 1 << 22 || level >= 1 << 22 || first > 63 || second > 63) {
      throw new IllegalStateException("the rule pack is too wide for the keys of its rows");
    }
    long key = epochDay << 7 | interval.period();
    key = (key << 6 | first) << 6 | second;
    if (!keys.add(key << 22 | level)) {
      refuse(3, RefusalCode.DUPLICATE, reason);
    }
  }

  void refuse(int field, RefusalCode code, String reason) {
    refusals.add(line, columns.get(field), code, reason, values[field]);
  }
}
