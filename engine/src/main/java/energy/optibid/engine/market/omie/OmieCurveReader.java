package energy.optibid.engine.market.omie;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.market.omie.OmieOffer.Stage;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import energy.optibid.engine.market.results.Figures;
import energy.optibid.engine.market.results.ResultsReport;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.rules.RuleMissingException;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Curve files of the day-ahead market in hours: one line for each step of the curve of what was
 * offered (O) and of what was matched (C), purchases (C) and sales (V). A file does not say the
 * unit of its prices; it shows in their decimals, of which cent/kWh have three and EUR/MWh two.
 */
public final class OmieCurveReader {
  private static final List<String> HEADER =
      List.of(
          "Hora",
          "Fecha",
          "Pais",
          "Unidad",
          "Tipo Oferta",
          "Energía Compra/Venta",
          "Precio Compra/Venta",
          "Ofertada (O)/Casada (C)");
  private static final int DECIMALS_OF_CENTS = 3;
  private static final int DECIMALS_OF_EUROS = 2;

  private final RulePack pack;
  private final ReadLimits limits;

  /**
   * @param pack rules of {@code omie-md}
   */
  public OmieCurveReader(RulePack pack, ReadLimits limits) {
    this.pack = pack;
    this.limits = limits;
  }

  /**
   * What reading a file came to.
   *
   * @param curves its offers; null when anything was refused
   */
  public record Answer(ResultsReport report, @Nullable OmieCurves curves) {}

  /**
   * Reads to the end of the stream, plain or gzip, which is left open.
   *
   * @param file name of the file, for refusals
   * @throws IOException if the stream fails; bad content never throws
   */
  public Answer read(String file, InputStream in) throws IOException {
    Refusals refusals = new Refusals(file, limits.maxKeptRefusals());
    Reading reading = new Reading(refusals);
    long rows = new OmieText(limits, refusals, reading).read(in);
    OmieCurves curves = reading.curves();
    return new Answer(
        ResultsReport.of(file, rows, refusals), refusals.count() == 0 ? curves : null);
  }

  /** An offer whose unit of price is known when the whole file is. */
  private record Line(long number, OmieOffer offer, BigDecimal price, String text) {}

  /** One file. */
  private final class Reading implements OmieText.Table {
    private final Refusals refusals;
    private final Figures figures;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable AuctionRules rules;
    private int decimals;
    private long line;
    private String[] values = {};

    Reading(Refusals refusals) {
      this.refusals = refusals;
      this.figures = new Figures(refusals);
    }

    @Override
    public boolean title(OmieTitle title) {
      if (!title.subject().matches("Mercado diario(?: - Hora [0-9]{1,2})?")) {
        title.refuse(refusals, "the file does not hold the curves of the day-ahead market");
        return false;
      }
      rules = rules(title.day());
      return rules != null;
    }

    private @Nullable AuctionRules rules(LocalDate day) {
      try {
        return pack.auction(day);
      } catch (RuleMissingException e) {
        refusals.add(
            1,
            "",
            RefusalCode.DAY_WITHOUT_RULES,
            "the rule pack of %s says nothing about %s".formatted(pack.market(), day),
            "");
        return null;
      }
    }

    @Override
    public boolean header(long number, String[] names) {
      boolean known = List.of(names).equals(HEADER);
      if (!known) {
        refusals.add(
            number,
            "",
            RefusalCode.UNKNOWN_HEADER,
            "the line is not the header of a curve file in hours",
            String.join(";", names));
      }
      return known;
    }

    @Override
    public void row(long number, String[] newValues) {
      line = number;
      values = newValues;
      if (values.length != HEADER.size()) {
        refusals.add(
            line,
            "",
            RefusalCode.FIELD_COUNT,
            "the line has %d fields, not %d".formatted(values.length, HEADER.size()),
            "");
        return;
      }
      AuctionRules day = rules;
      if (day == null) {
        return;
      }
      long before = refusals.count();
      int period = period(day);
      if (!values[1].equals(OmieTitle.DAY.format(day.deliveryDay()))) {
        refuse(1, RefusalCode.DAY_FORM, "not the day of the title");
      }
      if (!List.of("MI", "ES", "PT").contains(values[2])) {
        refuse(2, RefusalCode.UNKNOWN_ZONE, "the country is none of MI, ES, PT");
      }
      Side side = values[4].equals("C") ? Side.BUY : Side.SELL;
      if (side == Side.SELL && !values[4].equals("V")) {
        refuse(4, RefusalCode.UNKNOWN_SIDE, "the side is neither C (purchase) nor V (sale)");
      }
      Power power = power(day);
      BigDecimal price = price();
      Stage stage = values[7].equals("O") ? Stage.OFFERED : Stage.MATCHED;
      if (stage == Stage.MATCHED && !values[7].equals("C")) {
        refuse(7, RefusalCode.MISSING_FIELD, "the offer is neither offered (O) nor matched (C)");
      }
      if (price != null && power != null && refusals.count() == before) {
        OmieOffer offer =
            new OmieOffer(period, values[2], values[3], stage, side, new Price(0), power);
        lines.add(new Line(line, offer, price, values[6]));
      }
    }

    private int period(AuctionRules day) {
      int last = day.day().blockCount();
      int period = values[0].matches("[1-9][0-9]?") ? Integer.parseInt(values[0]) : 0;
      if (period < 1 || period > last) {
        refuse(
            0, RefusalCode.PERIOD_RANGE, "%s has hours 1 to %d".formatted(day.deliveryDay(), last));
      }
      return period;
    }

    private @Nullable Power power(AuctionRules day) {
      Optional<BigDecimal> number = IberianNumbers.parse(values[5]);
      if (number.isEmpty()) {
        refuse(5, RefusalCode.NUMBER_FORM, "the energy is no number");
        return null;
      }
      BigDecimal power = figures.megawatts(line, HEADER.get(5), number.get(), values[5]);
      if (power == null) {
        return null;
      }
      BigDecimal lot = day.quantityLot().toMegawatts();
      if (power.remainder(lot).signum() != 0) {
        refuse(
            5,
            RefusalCode.QUANTITY_LOT,
            "the energy is not a multiple of " + lot.stripTrailingZeros().toPlainString());
        return null;
      }
      return Power.ofMegawatts(power);
    }

    private @Nullable BigDecimal price() {
      Optional<BigDecimal> number = IberianNumbers.parse(values[6]);
      if (number.isEmpty()) {
        refuse(6, RefusalCode.NUMBER_FORM, "the price is no number");
        return null;
      }
      int scale = number.get().scale();
      if (scale == 0) {
        return number.get();
      }
      if (scale != DECIMALS_OF_CENTS && scale != DECIMALS_OF_EUROS) {
        refuse(6, RefusalCode.PRICE_TICK, "a price has two decimals (EUR/MWh) or three (cent/kWh)");
        return null;
      }
      if (decimals != 0 && scale != decimals) {
        refuse(
            6,
            RefusalCode.PRICE_TICK,
            "earlier prices have %d decimals, so this one is in another unit".formatted(decimals));
        return null;
      }
      decimals = scale;
      return number.get();
    }

    private void refuse(int field, RefusalCode code, String reason) {
      refusals.add(line, HEADER.get(field), code, reason, values[field]);
    }

    /** The offers with their prices in EUR/MWh, each within the limits of the day. */
    @Nullable OmieCurves curves() {
      AuctionRules day = rules;
      if (day == null) {
        return null;
      }
      int shift = decimals == DECIMALS_OF_CENTS ? 1 : 0;
      List<OmieOffer> offers = new ArrayList<>(lines.size());
      for (Line read : lines) {
        BigDecimal price =
            figures.price(
                read.number(), HEADER.get(6), read.price().movePointRight(shift), read.text(), day);
        if (price != null) {
          OmieOffer o = read.offer();
          offers.add(
              new OmieOffer(
                  o.period(),
                  o.country(),
                  o.unit(),
                  o.stage(),
                  o.side(),
                  Price.of(price),
                  o.power()));
        }
      }
      return new OmieCurves(pack, day.deliveryDay(), offers);
    }
  }
}
