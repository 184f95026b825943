package energy.optibid.engine.market.omie;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.optibid.engine.market.results.MarketDays;
import energy.optibid.engine.rules.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The operator's real files and small ones in their forms. */
final class OmieFiles {
  private OmieFiles() {}

  static RulePack pack(String market) {
    try (InputStream csv =
        OmieFiles.class.getResourceAsStream("/optibid/rule-packs/" + market + ".csv")) {
      return RulePack.read(market + ".csv", Objects.requireNonNull(csv));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MarketDays days() {
    Map<String, RulePack> packs = new HashMap<>();
    packs.put(OmiePriceReader.DAY_AHEAD, pack("omie-md"));
    for (int session = 1; session <= 7; session++) {
      packs.put(OmiePriceReader.INTRADAY + session, pack("omie-mi"));
    }
    return new MarketDays(packs);
  }

  /** A real file, or the test is skipped. */
  static Path real(String name) {
    String given =
        System.getProperty(
            "OPTIBID_DATA", System.getenv().getOrDefault("OPTIBID_DATA", "../../shared/data"));
    Path file = Path.of(given).toAbsolutePath().normalize().resolve("omie").resolve(name);
    assumeTrue(Files.isRegularFile(file), () -> "real data not found: " + file);
    return file;
  }

  /** A day of hours, a column each; hour n costs n,5 in Spain and n,75 in Portugal. */
  static String hours(String day, int count) {
    return """
    OMIE - Mercado de electricidad;Fecha Emisión :28/03/2020 - 13:52;;%s;Precio del mercado diario (EUR/MWh);;;;

    ;%s
    Precio marginal en el sistema español (EUR/MWh);%s
    Precio marginal en el sistema portugués (EUR/MWh);%s
    Energía total de compra sistema español (MWh);%s
    Energía total del mercado Ibérico (MWh);%s
    ;;;;;
    """
        .formatted(
            day,
            row(count, "%d"),
            row(count, "  %d,50"),
            row(count, "  %d,75"),
            row(count, " 2.%03d,1"),
            row(count, "1,0"));
  }

  /** A day of quarter-hours, a line each. */
  static String quarters(String day, int count) {
    String lines =
        IntStream.rangeClosed(1, count)
            .mapToObj(
                n ->
                    "%s;%d;%d,5;-%d;19027,4;18635;5871,2;5267,6;24898,6;1;2;"
                        .formatted(day, n, n, n))
            .collect(Collectors.joining("\n"));
    return """
    OMIE - Mercado de electricidad;Fecha Emisión :14/11/2025 - 13:10;;%s;Precios y volúmenes del mercado diario;;;;

    Fecha;Periodo;Precio marginal en el sistema español (EUR/MWh);Precio marginal en el sistema portugués (EUR/MWh);Potencia total de compra sistema español (MW);Potencia total de venta sistema español (MW);Potencia total de compra sistema portugués (MW);Potencia total de venta sistema portugués (MW);Potencia total de compra del mercado Ibérico (MW);Potencia total de venta del mercado Ibérico (MW);Potencia total con bilaterales del mercado Ibérico (MW);
    %s
    ;;;;;;;;
    """
        .formatted(day, lines);
  }

  private static String row(int count, String form) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> form.contains("%") ? form.formatted(n) : form)
        .collect(Collectors.joining(";", "", ";"));
  }
}
