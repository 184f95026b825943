package energy.optibid.imports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.engine.rules.RuleParameter;
import energy.optibid.imports.Import;
import energy.optibid.imports.ImportState;
import energy.optibid.imports.ImportSummary.MarketTotals;
import energy.optibid.imports.Imports;
import energy.optibid.market.PriceSeries;
import energy.optibid.rules.Rules;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of OMIE and ENTSO-E become prices of markets that are there for them. */
class EuropeanImportIT {
  @TempDir Path home;
  private ImportBench bench;

  @BeforeEach
  void freshOrganisation() {
    bench = new ImportBench(home);
  }

  @Test
  void aDayOf25HoursOfIberia_isPublishedInBothAreas() {
    Import done =
        bench.imported(
            Imports.OMIE_PRICES,
            Map.of("PrecioMD.txt", omie("25/10/2020", "diario (EUR/MWh)", "EUR/MWh", 25, "%d,50")));
    assertEquals(ImportState.PUBLISHED, done.state(), () -> bench.faults(done).toString());
    MarketTotals market = done.summary().markets().get(0);
    assertEquals("omie-md", market.marketCode());
    assertEquals(List.of("ES", "PT"), market.areas());
    assertEquals(50, market.prices());
    OffsetDateTime from = OffsetDateTime.parse("2020-10-25T00:00+02:00");
    PriceSeries spain = series("omie-md", "ES", from, from.plusHours(25));
    assertEquals(25, spain.starts().size());
    assertEquals(new BigDecimal("25.50"), spain.mean().get(24));
    assertEquals("EUR", spain.currency());
  }

  @Test
  void anIntradaySessionInCents_isAMarketOfItsOwn() {
    Import done =
        bench.imported(
            Imports.OMIE_PRICES,
            Map.of(
                "PrecioIntra_2.txt",
                omie(
                    "02/01/2009",
                    "intradiario (cent/kWh) - Sesión - Nº 2",
                    "Cent/kWh",
                    24,
                    "1,%03d")));
    assertEquals(ImportState.PUBLISHED, done.state(), () -> bench.faults(done).toString());
    assertEquals("omie-mi2", done.summary().markets().get(0).marketCode());
    OffsetDateTime from = OffsetDateTime.parse("2009-01-02T00:00+01:00");
    assertEquals(
        new BigDecimal("10.01"), series("omie-mi2", "PT", from, from.plusDays(1)).mean().get(0));
  }

  @Test
  void aPriceDocument_isPublished_andAnotherRefusedForWhatItIs() {
    Import done = bench.imported(Imports.ENTSOE_PRICES, Map.of("a44.xml", entsoe("A44")));
    assertEquals(ImportState.PUBLISHED, done.state(), () -> bench.faults(done).toString());
    assertEquals(24, done.summary().markets().get(0).prices());
    assertEquals(
        "24",
        bench.text(
            "select count(*)::text from price where market_code = 'entsoe-da' and area = 'DE_LU'"));
    Import load = bench.imported(Imports.ENTSOE_PRICES, Map.of("a65.xml", entsoe("A65")));
    assertEquals(ImportState.REJECTED, load.state());
    assertEquals(List.of("other_document"), bench.faultCodes(load));
  }

  /** Whatever a rule pack calls a zone, the database knows: else prices would have no home. */
  @Test
  void everyZoneOfEveryPack_isAnAreaOfItsMarket() {
    Rules rules = ImportBench.rules();
    for (String market : rules.markets()) {
      List<String> areas =
          List.of(
              bench
                  .text(
                      "select coalesce(string_agg(code, ' ' order by code), '') from bid_area"
                          + " where kind = 'bidding' and market_code = '%s'".formatted(market))
                  .split(" "));
      assertEquals(
          Stream.of(
                  rules
                      .pack(market)
                      .rule(RuleParameter.ZONES, LocalDate.of(2026, 1, 1))
                      .value()
                      .split(" "))
              .sorted()
              .toList(),
          areas.stream().sorted().toList(),
          market);
    }
  }

  private static byte[] omie(String day, String market, String unit, int hours, String price) {
    return """
    OMIE - Mercado de electricidad;Fecha Emisión :01/01/2021 - 10:00;;%s;Precio del mercado %s;;;;

    ;%s
    Precio marginal en el sistema español (%s);%s
    Precio marginal en el sistema portugués (%s);%s
    ;;;;
    """
        .formatted(day, market, row(hours, "%d"), unit, row(hours, price), unit, row(hours, price))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String row(int hours, String form) {
    return IntStream.rangeClosed(1, hours)
        .mapToObj(form::formatted)
        .collect(Collectors.joining(";", "", ";"));
  }

  private static byte[] entsoe(String type) {
    return """
    <Publication_MarketDocument><type>%s</type><TimeSeries>
      <in_Domain.mRID>10Y1001A1001A82H</in_Domain.mRID><out_Domain.mRID>10Y1001A1001A82H</out_Domain.mRID>
      <currency_Unit.name>EUR</currency_Unit.name><price_Measure_Unit.name>MWH</price_Measure_Unit.name>
      <curveType>A03</curveType><Period>
        <timeInterval><start>2025-01-14T23:00Z</start><end>2025-01-15T23:00Z</end></timeInterval>
        <resolution>PT60M</resolution>
        <Point><position>1</position><price.amount>-0.01</price.amount></Point>
      </Period></TimeSeries></Publication_MarketDocument>
    """
        .formatted(type)
        .getBytes(StandardCharsets.UTF_8);
  }

  private PriceSeries series(String market, String area, OffsetDateTime from, OffsetDateTime to) {
    return bench.series(bench.caller, market, area, from, to, null).get(0);
  }
}
