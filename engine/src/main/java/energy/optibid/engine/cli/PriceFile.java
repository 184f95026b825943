package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.ZoneOutcome;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/**
 * The prices of cleared periods as CSV, sorted by day, period and zone; replaces a file of that
 * name only when all of it is written.
 */
final class PriceFile {
  static final String HEADER = "delivery_day,period,zone,price_eur_per_mwh,price_low,price_high";

  private PriceFile() {}

  static void write(Path file, List<ClearedPeriod> periods) {
    Path target = file.toAbsolutePath();
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    try {
      try (Writer out = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
        out.write(HEADER + "\n");
        for (ClearedPeriod period : periods) {
          writePeriod(out, period);
        }
      }
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StoppedException(OptibidEngine.FILE_FAILED, file + " cannot be written: " + e);
    }
  }

  private static void writePeriod(Writer out, ClearedPeriod period) throws IOException {
    List<ZoneOutcome> zones =
        period.result().zones().stream().sorted(Comparator.comparing(ZoneOutcome::zone)).toList();
    for (ZoneOutcome zone : zones) {
      out.write(
          String.join(
              ",",
              period.deliveryDay().toString(),
              Integer.toString(period.period()),
              zone.zone(),
              zone.price().toBigDecimal().toPlainString(),
              zone.low().toBigDecimal().toPlainString(),
              zone.high().toBigDecimal().toPlainString()));
      out.write("\n");
    }
  }
}
