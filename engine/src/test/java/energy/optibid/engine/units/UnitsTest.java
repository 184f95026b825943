package energy.optibid.engine.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class UnitsTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  @Test
  void price_keepsFourDecimals_refusesMore() {
    assertEquals(1_053_000, Price.of("105.3").tenThousandths());
    assertEquals("-0.0001/MWh", new Price(-1).toString());
    assertThrows(ArithmeticException.class, () -> Price.of("0.00001"));
  }

  @Test
  void power_keepsThreeDecimals_refusesMore() {
    assertEquals(74_900, Power.ofMegawatts("74.9000").kilowatts());
    assertThrows(ArithmeticException.class, () -> Power.ofMegawatts("74.89999999999999"));
  }

  @Test
  void energy_ofAQuarterHour_isExact() {
    Energy energy = new Power(1).during(Duration.ofMinutes(15));
    assertEquals(new BigDecimal("0.000250000"), energy.toMegawattHours());
  }

  @Test
  void money_isPriceTimesEnergy_roundedOnlyWhenAsked() {
    Energy energy = Power.ofMegawatts("333.333").during(Duration.ofMinutes(15));
    Money money = Money.of(Price.of("99.9999"), energy, EUR);
    assertEquals(0, new BigDecimal("8333.316666675").compareTo(money.amount()));
    assertEquals(new BigDecimal("8333.32"), money.rounded().amount());
    assertEquals(
        new BigDecimal("0.12"), new Money(new BigDecimal("0.125"), EUR).rounded().amount());
  }

  @Test
  void money_ofTwoCurrencies_isNotAdded() {
    Money rupees = Money.zero(Currency.getInstance("INR"));
    assertThrows(IllegalArgumentException.class, () -> Money.zero(EUR).plus(rupees));
  }

  @Test
  void block_lastsWholeMinutes() {
    Instant start = Instant.parse("2025-04-01T00:00:00Z");
    assertThrows(
        IllegalArgumentException.class, () -> new DeliveryBlock(start, Duration.ofSeconds(90)));
    assertThrows(IllegalArgumentException.class, () -> new DeliveryBlock(start, Duration.ZERO));
  }
}
