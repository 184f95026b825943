package energy.optibid.engine.market.omie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import energy.optibid.engine.clearing.Clearing;
import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.ClearingVerifier;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.market.omie.OmieCurveReader.Answer;
import energy.optibid.engine.market.omie.OmieOffer.Stage;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** MARKET-RULES §4: the known answers of 2009-01-02, hour 1. */
class OmieCurveReaderTest {
  private static final String HEAD =
      """
      OMIE - Mercado de electricidad;Fecha Emisión :01/01/2015 - 10:55;;%s;Mercado diario - Hora %d;;;;

      Hora;Fecha;Pais;Unidad;Tipo Oferta;Energía Compra/Venta;Precio Compra/Venta;Ofertada (O)/Casada (C);
      """;

  @Test
  void theRealHour_isMatchedOnBothSides() throws IOException {
    OmieCurves curves = real();
    assertEquals(1940, curves.offers().size());
    assertEquals(List.of(1), curves.periods());
    assertEquals(Power.ofMegawatts("25312.1"), sum(curves, Stage.MATCHED, Side.BUY));
    assertEquals(Power.ofMegawatts("25312.1"), sum(curves, Stage.MATCHED, Side.SELL));
    assertEquals(Power.ofMegawatts("29911.7"), sum(curves, Stage.OFFERED, Side.BUY));
    assertEquals(Power.ofMegawatts("64156.7"), sum(curves, Stage.OFFERED, Side.SELL));
  }

  /**
   * What was matched clears completely; the dearest sale of it costs 5.369 cent/kWh, the cheapest
   * purchase paid 8.000, and the published price is the sale's: the lower end of the interval.
   */
  @Test
  void theMatchedCurve_clearsAtTheMarginalPrice() throws IOException {
    ZoneOutcome cleared = cleared(real().problem(1, Stage.MATCHED));
    assertEquals(Price.of("53.69"), cleared.price());
    assertEquals(Price.of("53.69"), cleared.low());
    assertEquals(Price.of("80.00"), cleared.high());
    assertEquals(Power.ofMegawatts("25312.1"), cleared.demand());
    assertEquals(Power.ofMegawatts("25312.1"), cleared.supply());
  }

  @Test
  void simpleOffersAlone_crossLower() throws IOException {
    ZoneOutcome cleared = cleared(real().problem(1, Stage.OFFERED));
    assertEquals(Price.of("49.94"), cleared.price());
  }

  @Test
  void pricesInEuros_areKnownByTheirDecimals() throws IOException {
    Answer answer =
        read(
            HEAD.formatted("29/03/2015", 23)
                + "23;29/03/2015;ES;UNIT1;V;1.100,5;40,10;O;\n"
                + "23;29/03/2015;ES;;C;900,0;180,30;O;\n"
                + ";;;;;;;;\n");
    assertEquals(List.of(), faults(answer));
    ZoneOutcome cleared =
        cleared(Objects.requireNonNull(answer.curves()).problem(23, Stage.OFFERED));
    assertEquals("ES", cleared.zone());
    assertEquals(Price.of("40.10"), cleared.price());
    assertEquals(Power.ofMegawatts("900"), cleared.supply());
  }

  @Test
  void everyFaultIsNamedByLineAndColumn() throws IOException {
    String line = "23;29/03/2015;ES;;V;1,0;40,10;O;\n";
    Answer answer =
        read(
            HEAD.formatted("29/03/2015", 23)
                + line
                + line.replace("23;", "24;")
                + line.replace("29/", "30/")
                + line.replace("ES", "FR")
                + line.replace(";V;", ";X;")
                + line.replace("1,0", "1.0")
                + line.replace("1,0", "0,05")
                + line.replace("1,0", "-1,0")
                + line.replace("40,10", "4,010")
                + line.replace("40,10", "40,1")
                + line.replace("40,10", "180,31")
                + line.replace("40,10", "forty")
                + line.replace("O;", "M;")
                + line.replace(";O;", ";\n").strip()
                + "\n;;;;;;;;\n");
    assertEquals(
        List.of(
            "5 period_range Hora",
            "6 day_form Fecha",
            "7 unknown_zone Pais",
            "8 unknown_side Tipo Oferta",
            "9 number_form Energía Compra/Venta",
            "10 quantity_lot Energía Compra/Venta",
            "11 negative Energía Compra/Venta",
            "12 price_tick Precio Compra/Venta",
            "13 price_tick Precio Compra/Venta",
            "15 number_form Precio Compra/Venta",
            "16 missing_field Ofertada (O)/Casada (C)",
            "17 field_count ",
            "14 price_limit Precio Compra/Venta"),
        answer.report().refusals().stream()
            .map(r -> r.line() + " " + r.code().code() + " " + r.field())
            .toList());
    assertNull(answer.curves());
  }

  @Test
  void anotherFileOrQuarterHours_areRefused() throws IOException {
    try (InputStream in = Files.newInputStream(OmieFiles.real("PrecioMD_OMIE_20201022.txt"))) {
      assertEquals(List.of("other_document"), faults(reader().read("prices", in)));
    }
    assertEquals(
        List.of("unknown_header"),
        faults(read(HEAD.formatted("29/10/2025", 1).replace("Hora;", "Periodo;"))));
  }

  private static ZoneOutcome cleared(ClearingProblem problem) {
    ClearingResult result = Clearing.clear(problem);
    assertEquals(List.of(), ClearingVerifier.verify(problem, result));
    return result.zones().get(0);
  }

  private static Power sum(OmieCurves curves, Stage stage, Side side) {
    return new Power(
        curves.offers().stream()
            .filter(offer -> offer.stage() == stage && offer.side() == side)
            .mapToLong(offer -> offer.power().kilowatts())
            .sum());
  }

  private static OmieCurveReader reader() {
    return new OmieCurveReader(OmieFiles.pack("omie-md"), ReadLimits.DEFAULT);
  }

  private static OmieCurves real() throws IOException {
    try (InputStream in =
        Files.newInputStream(OmieFiles.real("OfferAndDemandCurve_1_20090102.TXT"))) {
      Answer answer = reader().read("curve", in);
      assertEquals(List.of(), answer.report().refusals());
      return Objects.requireNonNull(answer.curves());
    }
  }

  private static Answer read(String text) throws IOException {
    return reader().read("curve", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> faults(Answer answer) {
    return answer.report().refusals().stream().map(r -> r.code().code()).toList();
  }
}
