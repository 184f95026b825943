package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.ZoneOutcome;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The prices of cleared periods as CSV, sorted by day, period and zone. */
final class PriceFile {
  static final String HEADER = "delivery_day,period,zone,price_eur_per_mwh,price_low,price_high";

  private PriceFile() {}

  static void write(Path file, List<ClearedPeriod> periods) {
    WholeFile.write(file, HEADER, periods.stream().flatMap(PriceFile::lines));
  }

  private static Stream<String> lines(ClearedPeriod period) {
    return period.result().zones().stream()
        .sorted(Comparator.comparing(ZoneOutcome::zone))
        .map(
            zone ->
                String.join(
                    ",",
                    period.deliveryDay().toString(),
                    Integer.toString(period.period()),
                    zone.zone(),
                    zone.price().toBigDecimal().toPlainString(),
                    zone.low().toBigDecimal().toPlainString(),
                    zone.high().toBigDecimal().toPlainString()));
  }
}
