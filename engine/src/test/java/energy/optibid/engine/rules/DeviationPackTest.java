package energy.optibid.engine.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Indian deviation pack, and packs like it that must be refused. */
class DeviationPackTest {
  private static final Path FILE = Path.of("../config/rule-packs/india-dsm.csv");

  @ParameterizedTest
  @CsvSource({
    "2026-03-31, 100, 100, 10, 15",
    "2026-04-01, 100, 100, 5, 10",
    "2027-03-31, 100, 100, 5, 10",
    "2027-04-01, 90, 95, 5, 10",
    "2028-04-01, 75, 85, 5, 10",
    "2029-04-01, 55, 65, 5, 10",
    "2030-04-01, 30, 35, 5, 10",
    "2031-04-01, 0, 0, 5, 10",
    "2040-01-01, 0, 0, 5, 10",
  })
  void sharesAndBandsOfTheDay(
      LocalDate day, BigDecimal solar, BigDecimal wind, BigDecimal solarBand, BigDecimal windBand)
      throws IOException {
    DeviationRules rules = read(text()).deviation(day);
    assertEquals(solar, rules.solarCapacityShare());
    assertEquals(wind, rules.windCapacityShare());
    assertEquals(solarBand, rules.solar().first().percent());
    assertEquals(windBand, rules.wind().first().percent());
    assertEquals(solarBand.add(BigDecimal.valueOf(5)), rules.solar().second().percent());
  }

  @ParameterizedTest
  @CsvSource({"49.00, 115", "49.95, 107.5", "50.00, 100", "50.025, 75", "50.05, 50", "51.00, 50"})
  void ratesRunInStraightLines(BigDecimal hertz, BigDecimal percent) throws IOException {
    BandRates rates = read(text()).deviation(LocalDate.of(2026, 10, 1)).generalSeller().above();
    assertEquals(0, percent.compareTo(rates.band(1).percent(hertz)));
  }

  @Test
  void aJumpHoldsFromItsFrequencyOn() throws IOException {
    FrequencyRate rate =
        read(text()).deviation(LocalDate.of(2026, 10, 1)).generalSeller().above().band(2);
    assertEquals(0, rate.percent(new BigDecimal("50.0999")).signum());
    assertEquals(0, new BigDecimal("-10").compareTo(rate.percent(new BigDecimal("50.10"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "india-dsm,gst_on_fees,18,% | india-dsm,gst_on_fees,118,%",
        "india-dsm,gst_on_fees,18,% | india-dsm,gst_on_fees,18,INR/MWh",
        "india-dsm,nldc_fee,1,INR/MWh | india-dsm,nldc_fee,-1,INR/MWh",
        "india-dsm,nldc_fee,1,INR/MWh | india-dsm,nldc_fee,1,EUR/MWh",
        "india-dsm,sldc_fee,1000,INR/day | india-dsm,sldc_fee,1000,INR/MWh",
        "general_seller_first_limit,10:100 | general_seller_first_limit,10",
        "renewable_over_injection,100 ; 90 ; 0 | renewable_over_injection,100 ; 90",
        "49.90:115 50.00:100 50.05:50 ; | 50.00:100 49.90:115 50.05:50 ;",
        "49.90:115 50.00:100 50.05:50 ; | 49.90:115 50.20:100 50.50:51 ;",
        "standard:10:100 renewable_rich:10:200 super | standard:10:100 super",
        "zero_schedule_rule,first_band | zero_schedule_rule,none",
        "solar_first_limit,10,% | solar_first_limit,16,%",
        "india-dsm,transmission_losses, | india-dsm,price_cap,",
      })
  void aFaultyPackIsRefused(String row, String instead) throws IOException {
    assertTrue(text().contains(row), row);
    String faulty = text().replace(row, instead);
    assertThrows(RulePackException.class, () -> read(faulty));
  }

  private static String text() throws IOException {
    return Files.readString(FILE);
  }

  private static RulePack read(String text) {
    return RulePack.read(
        FILE.toString(), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
