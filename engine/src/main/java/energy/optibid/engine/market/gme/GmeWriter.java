package energy.optibid.engine.market.gme;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.engine.units.Power;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;

/** Writes rows as the format's CSV, so that {@link GmeDayReader} reads the same rows again. */
public final class GmeWriter {
  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

  /** Enough decimals for a lot of 10⁻³ MW over any whole number of minutes that divides an hour. */
  private static final int ENERGY_SCALE = Power.SCALE + 2;

  private final RulePack pack;

  public GmeWriter(RulePack pack) {
    this.pack = pack;
  }

  /**
   * Writes a file: header and rows in the order given, LF line ends. The writer is not closed.
   *
   * @throws IllegalArgumentException when a row is of another kind of file
   */
  public void write(GmeFileKind kind, Iterable<? extends GmeRow> rows, Writer out)
      throws IOException {
    out.write(kind.header());
    out.write('\n');
    for (GmeRow row : rows) {
      if (!kindOf(row).header().equals(kind.header())) {
        throw new IllegalArgumentException(row + " is no row of " + kind.baseName());
      }
      out.write(line(row));
      out.write('\n');
    }
  }

  /** One row as a line without its end. */
  public String line(GmeRow row) {
    DeliveryDay day = pack.auction(row.deliveryDay()).day();
    String start =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            day.block(row.period()).start().atZone(day.zone()).toOffsetDateTime());
    String period = Integer.toString(row.period());
    if (row instanceof GmeRow.BlockPeriod b) {
      return String.join(
          ",",
          start,
          day.date().toString(),
          b.blockId(),
          period,
          b.zone(),
          sideOf(b.side()),
          energy(b.quantity(), day),
          plain(b.price().toBigDecimal()),
          b.decision().code());
    }
    return String.join(",", start, day.date().toString(), period, rest(row, day));
  }

  private static GmeFileKind kindOf(GmeRow row) {
    if (row instanceof GmeRow.BookStep) {
      return GmeFileKind.BID_CURVES;
    } else if (row instanceof GmeRow.InternalCapacity) {
      return GmeFileKind.INTERNAL_TRANSFER_CAPACITIES;
    } else if (row instanceof GmeRow.TransferCapacity) {
      return GmeFileKind.TRANSFER_CAPACITIES;
    } else if (row instanceof GmeRow.PublishedExchange) {
      return GmeFileKind.PUBLISHED_EXCHANGES;
    } else if (row instanceof GmeRow.PublishedPrice) {
      return GmeFileKind.PUBLISHED_PRICES;
    } else if (row instanceof GmeRow.BlockPeriod) {
      return GmeFileKind.BLOCK_ORDERS;
    }
    return GmeFileKind.PUBLISHED_FLOWS;
  }

  private static String rest(GmeRow row, DeliveryDay day) {
    if (row instanceof GmeRow.BookStep s) {
      String price = plain(s.price().toBigDecimal());
      return String.join(",", s.zone(), sideOf(s.side()), price, energy(s.quantity(), day));
    } else if (row instanceof GmeRow.InternalCapacity c) {
      return String.join(",", c.from(), c.to(), energy(c.forward(), day), energy(c.reverse(), day));
    } else if (row instanceof GmeRow.TransferCapacity c) {
      return String.join(
          ",", c.id(), c.from(), c.to(), energy(c.minFlow(), day), energy(c.maxFlow(), day));
    } else if (row instanceof GmeRow.PublishedExchange x) {
      return String.join(",", x.zone(), x.externalZone(), energy(x.export(), day));
    } else if (row instanceof GmeRow.PublishedPrice p) {
      return String.join(",", p.zone(), plain(p.price()));
    } else if (row instanceof GmeRow.PublishedFlow f) {
      return String.join(",", f.from(), f.to(), plain(f.flow()));
    }
    throw new IllegalArgumentException("no kind of row: " + row);
  }

  private static String sideOf(Side side) {
    return side == Side.BUY ? "demand" : "supply";
  }

  private static String energy(Power power, DeliveryDay day) {
    BigDecimal minutes = BigDecimal.valueOf(day.blockDuration().toMinutes());
    return plain(
        power
            .toMegawatts()
            .multiply(minutes)
            .setScale(ENERGY_SCALE + 1)
            .divide(MINUTES_PER_HOUR, RoundingMode.UNNECESSARY));
  }

  /** At least one decimal, as the market's own tidied files have it. */
  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.setScale(Math.max(1, stripped.scale())).toPlainString();
  }
}
