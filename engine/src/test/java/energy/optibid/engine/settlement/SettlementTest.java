package energy.optibid.engine.settlement;

import static energy.optibid.engine.settlement.IndianDays.BEFORE_APRIL;
import static energy.optibid.engine.settlement.IndianDays.FROM_APRIL;
import static energy.optibid.engine.settlement.IndianDays.block;
import static energy.optibid.engine.settlement.IndianDays.n;
import static energy.optibid.engine.settlement.IndianDays.settle;
import static energy.optibid.engine.settlement.IndianDays.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.rules.BuyerClass;
import energy.optibid.engine.rules.NormalRateFallback;
import energy.optibid.engine.rules.RuleMissingException;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked examples of MARKET-RULES §1, each computed by hand. */
class SettlementTest {
  /** 100 MWh scheduled: the first limit is 10 MWh, the second 15 MWh; RR 4,000 at 50.00 Hz. */
  @ParameterizedTest
  @CsvSource({
    "100, 0.00, 0",
    "109.999, 39996.00, 1",
    "110, 40000.00, 1",
    "110.001, 40000.00, 2",
    "115, 40000.00, 2",
    "120, 40000.00, 3",
    "90, -40000.00, 1",
    "89.999, -40004.80, 2",
    "85, -64000.00, 2",
    "84.999, -64006.00, 3",
    "80, -94000.00, 3",
  })
  void generalSeller_bandEdges(String actual, String total, int band) {
    AssetDayStatement statement =
        settle(
            FROM_APRIL,
            terms(Participant.GENERAL_SELLER, "0", null),
            block("100", actual, "50.00", "4000"));
    assertEquals(0, n(total).compareTo(statement.total()), statement.lines().toString());
    assertEquals(band, statement.deviations().get(0).band());
  }

  /** Within the first band: 1 MWh off a schedule of 100 MWh at RR 1,000. */
  @ParameterizedTest
  @CsvSource({
    "49.80, 1150.00, -1500.00",
    "49.90, 1150.00, -1500.00",
    "49.91, 1135.00, -1450.00",
    "49.99, 1015.00, -1050.00",
    "50.00, 1000.00, -1000.00",
    "50.01, 900.00, -970.00",
    "50.04, 600.00, -880.00",
    "50.05, 500.00, -850.00",
    "50.06, 500.00, -850.00",
    "50.20, 500.00, -850.00",
  })
  void generalSeller_frequencyPoints(String hertz, String over, String under) {
    SettlementTerms seller = terms(Participant.GENERAL_SELLER, "0", null);
    assertEquals(n(over), settle(FROM_APRIL, seller, block("100", "101", hertz, "1000")).total());
    assertEquals(n(under), settle(FROM_APRIL, seller, block("100", "99", hertz, "1000")).total());
  }

  /** 30 MWh over a schedule of 100: 10 paid by frequency, 20 beyond, charged from 50.10 Hz. */
  @ParameterizedTest
  @CsvSource({"50.05, 5000.00", "50.09, 5000.00", "50.10, 3000.00", "50.30, 3000.00"})
  void generalSeller_beyondFirstLimit_isChargedAtHighFrequency(String hertz, String total) {
    SettlementTerms seller = terms(Participant.GENERAL_SELLER, "0", null);
    assertEquals(n(total), settle(FROM_APRIL, seller, block("100", "130", hertz, "1000")).total());
  }

  /** 600 MWh a block is 2,400 MW: the limits are 100 MW and 150 MW, so 25 and 37.5 MWh. */
  @Test
  void generalSeller_powerLimitsWhereSmaller() {
    AssetDayStatement statement =
        settle(
            FROM_APRIL,
            terms(Participant.GENERAL_SELLER, "0", null),
            block("600", "560", "50.00", "1000"));
    assertEquals(
        List.of("-25.0", "-12.5", "-2.5"),
        statement.lines().stream()
            .map(line -> line.quantity().setScale(1).toPlainString())
            .toList());
    assertEquals(n("-43750.00"), statement.total());
  }

  /**
   * 40 MW solar, 10 MWh available, 8 scheduled. Until March: 10 % and 15 % of 10 MWh. In FY27 X is
   * 100 %, so 5 % and 10 %.
   */
  @ParameterizedTest
  @CsvSource({
    "2026-03-31, 9, 5000.00, 1",
    "2026-03-31, 9.5, 7250.00, 2",
    "2026-03-31, 9.6, 7250.00, 3",
    "2026-03-31, 7, -5000.00, 1",
    "2026-03-31, 6.5, -7750.00, 2",
    "2026-03-31, 6.4, -8750.00, 3",
    "2026-04-01, 8.5, 2500.00, 1",
    "2026-04-01, 9, 4750.00, 2",
    "2026-04-01, 9.1, 4750.00, 3",
    "2026-04-01, 7.5, -2500.00, 1",
    "2026-04-01, 7, -5250.00, 2",
    "2026-04-01, 6.9, -6250.00, 3",
  })
  void solar_bandEdgesOnBothSidesOfApril(LocalDate day, String actual, String total, int band) {
    AssetDayStatement statement =
        settle(day, terms(Participant.SOLAR, "40", "5000"), block("8", actual, "49.70", "9999"));
    assertEquals(n(total), statement.total(), statement.lines().toString());
    assertEquals(band, statement.deviations().get(0).band());
  }

  /** Wind in FY28: X = 95 %, so the basis is 0.95·10 + 0.05·6 = 9.8 MWh. */
  @Test
  void wind_basisMixesCapacityAndSchedule() {
    BlockDeviation deviation =
        settle(
                LocalDate.of(2027, 4, 1),
                terms(Participant.WIND, "40", "3000"),
                block("6", "6.98", "50.00", "9999"))
            .deviations()
            .get(0);
    assertEquals(0, n("9.8").compareTo(deviation.basisMwh()));
    assertEquals(n("10.00"), deviation.percent());
    assertEquals(1, deviation.band());
  }

  @Test
  void wind_bandsAreWiderThanSolar() {
    SettlementTerms wind = terms(Participant.WIND, "40", "5000");
    assertEquals(n("7500.00"), settle(BEFORE_APRIL, wind, block("8", "9.5", "50", "1")).total());
    assertEquals(n("5000.00"), settle(FROM_APRIL, wind, block("8", "9", "50", "1")).total());
  }

  @Test
  void renewable_withoutContract_takesTheNormalRate() {
    assertEquals(
        n("1000.00"),
        settle(FROM_APRIL, terms(Participant.SOLAR, "40", null), block("8", "8.5", "50", "2000"))
            .total());
  }

  /** A store that charges 10 MWh and took 11 has injected 1 MWh less: 10 % of |S|. */
  @Test
  void storage_isInjectionPositive_onTheAbsoluteSchedule() {
    AssetDayStatement statement =
        settle(
            FROM_APRIL,
            terms(Participant.STORAGE, "0", null),
            block("-10", "-11", "50.00", "1000"));
    assertEquals(n("-1000.00"), statement.total());
    assertEquals(n("-10.00"), statement.deviations().get(0).percent());
    assertEquals(LineKind.DEVIATION_BELOW, statement.lines().get(0).kind());
  }

  @Test
  void zeroSchedule_isFirstBandByThePack() {
    BlockDeviation deviation =
        settle(FROM_APRIL, terms(Participant.STORAGE, "0", null), block("0", "-2", "50.00", "1000"))
            .deviations()
            .get(0);
    assertEquals(1, deviation.band());
    assertNull(deviation.percent());
  }

  /** Drawn 102 of 100 MWh scheduled: over-drawal, charged. */
  @Test
  void buyer_overDrawalIsCharged_underDrawalPaid() {
    SettlementTerms buyer = terms(Participant.BUYER, "0", null);
    assertEquals(
        n("-2000.00"), settle(FROM_APRIL, buyer, block("-100", "-102", "50.00", "1000")).total());
    assertEquals(
        n("2000.00"), settle(FROM_APRIL, buyer, block("-100", "-98", "50.00", "1000")).total());
  }

  /** 2,400 MW drawn: the first limit is 25 MWh in a standard state, 50 and 60 in others. */
  @ParameterizedTest
  @CsvSource({
    "STANDARD, -25.000000000",
    "RENEWABLE_RICH, -50.000000000",
    "SUPER_RENEWABLE_RICH, -60.00"
  })
  void buyer_limitsByClassOfState(BuyerClass buyer, String first) {
    AssetDayStatement statement =
        settle(
            FROM_APRIL,
            new SettlementTerms(Participant.BUYER, BigDecimal.ZERO, buyer, null),
            block("-600", "-700", "50.00", "1000"));
    assertEquals(0, n(first).compareTo(statement.lines().get(0).quantity()));
  }

  /** Sold 2.5 MWh at 3,456.78: 8,641.95; fee 50, despatch 2.50 + 1,000; GST 18 % of 1,052.50. */
  @Test
  void sale_hasItsCharges() {
    AssetDayStatement statement =
        settle(
            FROM_APRIL,
            terms(Participant.GENERAL_SELLER, "0", null),
            trades(new Trade("iex-dam", n("-2.5"), n("3456.78"))));
    assertEquals(
        Map.of(
            LineKind.ENERGY, n("8641.95"),
            LineKind.EXCHANGE_FEE, n("-50.00"),
            LineKind.NLDC_FEE, n("-2.50"),
            LineKind.TRANSMISSION_LOSSES, n("0.00"),
            LineKind.SLDC_FEE, n("-1000.00"),
            LineKind.GST, n("-189.45")),
        statement.totals());
    assertEquals(n("7400.00"), statement.total());
    assertEquals(
        0,
        n("0.0875")
            .compareTo(
                statement.lines().stream()
                    .filter(line -> line.kind() == LineKind.TRANSMISSION_LOSSES)
                    .findFirst()
                    .orElseThrow()
                    .quantity()));
  }

  @Test
  void contractDelivery_hasNoExchangeCharges() {
    AssetDayStatement statement =
        settle(
            FROM_APRIL,
            terms(Participant.GENERAL_SELLER, "0", "4200"),
            trades(new Trade(Trade.CONTRACT, n("-10"), n("4200"))));
    assertEquals(Map.of(LineKind.CONTRACT_ENERGY, n("42000.00")), statement.totals());
  }

  /** A half paisa goes to the even one. */
  @ParameterizedTest
  @CsvSource({"0.005, 0.00", "0.015, 0.02", "0.025, 0.02"})
  void lines_areRoundedHalfEven(String price, String amount) {
    AssetDayStatement statement =
        settle(
            FROM_APRIL,
            terms(Participant.GENERAL_SELLER, "0", null),
            trades(new Trade(Trade.CONTRACT, n("-1"), n(price))));
    assertEquals(n(amount), statement.total());
  }

  @Test
  void missingInputs_areCounted_notGuessed() {
    SettlementTerms seller = terms(Participant.GENERAL_SELLER, "0", null);
    BlockInput blind =
        new BlockInput(2, List.of(), n("1"), n("2"), n("50"), NormalRateParts.UNKNOWN);
    BlockInput mute =
        new BlockInput(3, List.of(), n("1"), n("2"), null, new NormalRateParts(n("1"), null, null));
    AssetDayStatement statement =
        settle(FROM_APRIL, seller, block("1", null, "50", "1000"), blind, mute);
    assertEquals(
        Map.of(
            MissingInput.METER_READING, 1, MissingInput.NORMAL_RATE, 1, MissingInput.FREQUENCY, 1),
        statement.missing());
    assertTrue(statement.lines().isEmpty());
    assertEquals(2, statement.deviations().size());
  }

  @Test
  void normalRate_isTheLargestOfThree() {
    Price tick = Price.of("0.01");
    assertEquals(Optional.of(n("4000.00")), rate("3000", "4000", "1000", NormalRateFallback.NONE));
    assertEquals(Optional.of(n("5666.67")), rate("3000", "4000", "10000", NormalRateFallback.NONE));
    assertEquals(
        Optional.of(n("4000.00")), rate("3000", "4000", null, NormalRateFallback.LARGEST_KNOWN));
    assertEquals(Optional.empty(), rate("3000", "4000", null, NormalRateFallback.NONE));
    assertEquals(Optional.empty(), rate(null, null, "7", NormalRateFallback.LARGEST_KNOWN));
    assertEquals(
        Optional.of(n("3250.00")),
        NormalRate.weighted(
            List.of(
                new NormalRate.PricedVolume(n("3000"), n("300")),
                new NormalRate.PricedVolume(n("4000"), n("100"))),
            tick));
    assertEquals(Optional.empty(), NormalRate.weighted(List.of(), tick));
  }

  @Test
  void beforeTheRegulations_thereAreNoRules() {
    assertThrows(RuleMissingException.class, () -> IndianDays.on(LocalDate.of(2024, 9, 15)));
  }

  private static Optional<BigDecimal> rate(
      @Nullable String dayAhead,
      @Nullable String realTime,
      @Nullable String ancillary,
      NormalRateFallback fallback) {
    return NormalRate.of(
        new NormalRateParts(
            dayAhead == null ? null : n(dayAhead),
            realTime == null ? null : n(realTime),
            ancillary == null ? null : n(ancillary)),
        fallback,
        Price.of("0.01"));
  }

  private static BlockInput trades(Trade... trades) {
    return new BlockInput(
        1, List.of(trades), BigDecimal.ZERO, BigDecimal.ZERO, null, NormalRateParts.UNKNOWN);
  }
}
