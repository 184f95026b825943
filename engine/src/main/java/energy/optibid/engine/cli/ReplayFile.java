package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.replay.Counterfactual;
import energy.optibid.engine.clearing.replay.Counterfactual.ZonePrice;
import energy.optibid.engine.clearing.replay.Sweep;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a replay found, as CSV. */
final class ReplayFile {
  static final String PRICES =
      "delivery_day,period,zone,price_before,price_after,price_without,change,impact";
  static final String POINTS = "value,energy_mwh,revenue,mean_price";

  private ReplayFile() {}

  /** Prices by zone and period: as they were, with the changes, and without the changed orders. */
  static void writePrices(Path file, LocalDate day, Counterfactual replayed) {
    List<String> lines = new ArrayList<>();
    for (ZonePrice price : replayed.prices()) {
      lines.add(
          String.join(
              ",",
              day.toString(),
              Integer.toString(price.period()),
              price.zone(),
              price.before().toBigDecimal().toPlainString(),
              price.after().toBigDecimal().toPlainString(),
              price.without().toBigDecimal().toPlainString(),
              price.change().toBigDecimal().toPlainString(),
              price.impact().toBigDecimal().toPlainString()));
    }
    WholeFile.write(file, PRICES, lines.stream());
  }

  /** The points of a sweep; MW or price per MWh, MWh, money and the zone's mean price. */
  static void writePoints(Path file, SweepText sweep, List<Sweep.Point> points) {
    WholeFile.write(
        file,
        POINTS,
        points.stream()
            .map(
                point ->
                    String.join(
                        ",",
                        BigDecimal.valueOf(point.value(), sweep.scale()).toPlainString(),
                        point.energy().toMegawattHours().toPlainString(),
                        point.revenue().rounded().amount().toPlainString(),
                        point.price().toBigDecimal().toPlainString())));
  }
}
