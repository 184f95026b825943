package energy.optibid.risk.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.risk.ApprovalPolicy;
import energy.optibid.risk.LimitKind;
import energy.optibid.risk.LimitSubject;
import energy.optibid.risk.RiskLimitInput;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which limits and policies can be kept. */
class ValidLimitTest {
  private static final ValidLimit.Subjects SUBJECTS =
      new ValidLimit.Subjects() {
        @Override
        public boolean hasTrader(UUID id) {
          return id.equals(Samples.TRADER);
        }

        @Override
        public boolean hasAsset(UUID id) {
          return id.equals(Samples.ASSET);
        }

        @Override
        public Optional<String> currencyOf(String marketCode) {
          return marketCode.equals(Samples.MARKET) ? Optional.of("EUR") : Optional.empty();
        }
      };

  private static List<String> faults(RiskLimitInput input) {
    return assertThrows(ProblemException.class, () -> ValidLimit.of(input, SUBJECTS))
        .faults()
        .stream()
        .map(fault -> fault.field() + " " + fault.code())
        .toList();
  }

  @Test
  void anEmptyLimit_hasEveryFaultAtOnce() {
    assertEquals(
        List.of("/name length", "/kind required", "/subject required"),
        faults(
            new RiskLimitInput(
                null, null, null, null, null, null, null, null, null, null, null, null, null)));
  }

  @Test
  void aSubjectThatDoesNotExist_isRefusedAtItsField() {
    UUID nobody = new UUID(3, 3);
    assertEquals(
        List.of("/traderId unknown"), faults(volume(LimitSubject.TRADER, nobody, null, null)));
    assertEquals(
        List.of("/assetId unknown"), faults(volume(LimitSubject.ASSET, null, nobody, null)));
    assertEquals(
        List.of("/marketCode unknown"), faults(volume(LimitSubject.MARKET, null, null, "none")));
    assertEquals(
        List.of("/traderId required", "/assetId subject"),
        faults(volume(LimitSubject.TRADER, null, Samples.ASSET, null)));
  }

  @Test
  void whatMeansNothingToAKind_isRefused() {
    assertEquals(
        List.of("/amount required", "/currency kind", "/lowestPrice kind", "/validTo range"),
        faults(
            new RiskLimitInput(
                "x",
                LimitKind.VOLUME,
                LimitSubject.ORGANIZATION,
                null,
                null,
                null,
                null,
                "EUR",
                BigDecimal.ONE,
                null,
                LocalDate.parse("2025-04-02"),
                LocalDate.parse("2025-04-01"),
                null)));
    assertEquals(
        List.of("/amount kind", "/currency unknown", "/highestPrice range"),
        faults(
            new RiskLimitInput(
                "x",
                LimitKind.PRICE_COLLAR,
                LimitSubject.ORGANIZATION,
                null,
                null,
                null,
                BigDecimal.ONE,
                "euro",
                BigDecimal.TEN,
                BigDecimal.ONE,
                null,
                null,
                null)));
  }

  @Test
  void aMarketsLimit_isInItsCurrency() {
    assertEquals(
        List.of("/currency market"),
        faults(
            new RiskLimitInput(
                "x",
                LimitKind.VALUE,
                LimitSubject.MARKET,
                null,
                null,
                Samples.MARKET,
                BigDecimal.TEN,
                "INR",
                null,
                null,
                null,
                null,
                null)));
  }

  @Test
  void aLimit_isOnUnlessSaidOtherwise() {
    assertTrue(
        ValidLimit.of(volume(LimitSubject.ASSET, null, Samples.ASSET, null), SUBJECTS).enabled());
  }

  @Test
  void aPolicy_namesTheCurrencyOfItsValue() {
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                ValidPolicy.require(
                    new ApprovalPolicy.Input(BigDecimal.TEN, null, BigDecimal.valueOf(-1))));
    assertEquals(
        List.of("/volumeMwh", "/currency"),
        refused.faults().stream().map(fault -> fault.field()).toList());
  }

  private static RiskLimitInput volume(
      LimitSubject subject, @Nullable UUID trader, @Nullable UUID asset, @Nullable String market) {
    return new RiskLimitInput(
        "x",
        LimitKind.VOLUME,
        subject,
        trader,
        asset,
        market,
        BigDecimal.TEN,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
