package energy.optibid.engine.settlement;

import static energy.optibid.engine.settlement.IndianDays.BEFORE_APRIL;
import static energy.optibid.engine.settlement.IndianDays.FROM_APRIL;
import static energy.optibid.engine.settlement.IndianDays.block;
import static energy.optibid.engine.settlement.IndianDays.n;
import static energy.optibid.engine.settlement.IndianDays.on;
import static energy.optibid.engine.settlement.IndianDays.settle;
import static energy.optibid.engine.settlement.IndianDays.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edge that people are told is the edge by which deviations are charged. */
class DeviationBandsTest {
  private static final BigDecimal STEP = n("0.000001");

  @ParameterizedTest
  @CsvSource({
    "GENERAL_SELLER, 0, 2.5, 0.25",
    "GENERAL_SELLER, 0, 600, 25",
    "STORAGE, 0, -4, 0.4",
    "BUYER, 0, -8, 0.8",
    "SOLAR, 40, 8, 0.5",
    "WIND, 40, 0, 1",
  })
  void firstLimit_isWhereTheSecondBandBegins(
      Participant participant, String capacity, String scheduled, String limit) {
    SettlementTerms terms = terms(participant, capacity, null);
    for (int sign : new int[] {1, -1}) {
      BigDecimal edge = n(limit).multiply(BigDecimal.valueOf(sign));
      BigDecimal step = STEP.multiply(BigDecimal.valueOf(sign));
      BlockDeviation at = deviation(FROM_APRIL, terms, scheduled, edge);
      assertEquals(DeviationBands.FIRST, at.band());
      assertEquals(2, deviation(FROM_APRIL, terms, scheduled, edge.add(step)).band());
      assertEquals(
          0,
          n(limit)
              .compareTo(
                  DeviationBands.firstLimitMwh(on(FROM_APRIL), terms, at.basisMwh())
                      .orElseThrow()));
    }
  }

  @Test
  void firstLimit_isTheDays() {
    SettlementTerms park = terms(Participant.SOLAR, "40", null);
    assertEquals(
        0,
        BigDecimal.ONE.compareTo(
            DeviationBands.firstLimitMwh(on(BEFORE_APRIL), park, BigDecimal.TEN).orElseThrow()));
  }

  @Test
  void scheduleOfZero_hasNoEdge_whereThePackPutsAllOfItInTheFirstBand() {
    SettlementTerms seller = terms(Participant.GENERAL_SELLER, "0", null);
    assertEquals(
        Optional.empty(), DeviationBands.firstLimitMwh(on(FROM_APRIL), seller, BigDecimal.ZERO));
    assertEquals(DeviationBands.FIRST, deviation(FROM_APRIL, seller, "0", BigDecimal.TEN).band());
  }

  private static BlockDeviation deviation(
      LocalDate day, SettlementTerms terms, String scheduled, BigDecimal deviation) {
    String actual = n(scheduled).add(deviation).toPlainString();
    return settle(day, terms, block(scheduled, actual, "50.00", "1000")).deviations().get(0);
  }
}
