package energy.optibid.market.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.engine.rules.RulePack;
import energy.optibid.market.PriceTick;
import energy.optibid.market.PriceTicks.Batch;
import energy.optibid.market.PriceTicks.Input;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Blocks of 15 minutes in India, prices of 0 to 10,000 INR/MWh. */
class ValidTicksTest {
  private static final Instant NOW = Instant.parse("2025-06-02T06:00:00Z");
  private static final RulePack PACK = pack();
  private static final Instant FIRST_DAY = Instant.parse("2024-01-01T00:00:00Z");

  @Test
  void soundTicks_areTakenInTheirOrder() {
    List<PriceTick> ticks =
        check(
            new Input("N1", at("2025-06-02T13:15:00+05:30"), new BigDecimal("4250.5"), null),
            new Input("A1", at("2025-06-02T07:30:00Z"), BigDecimal.ZERO, at("2025-06-02T05:59Z")));
    assertEquals(
        List.of(
            new PriceTick(
                "iex-dam",
                "N1",
                Instant.parse("2025-06-02T07:45:00Z"),
                new BigDecimal("4250.5"),
                NOW),
            new PriceTick(
                "iex-dam",
                "A1",
                Instant.parse("2025-06-02T07:30:00Z"),
                BigDecimal.ZERO,
                Instant.parse("2025-06-02T05:59:00Z"))),
        ticks);
  }

  @Test
  void everyFault_isNamedAtOnce() {
    assertEquals(
        List.of(
            "/ticks/0/area required",
            "/ticks/0/startsAt required",
            "/ticks/0/price required",
            "/ticks/1/area unknown",
            "/ticks/1/price decimals",
            "/ticks/1/startsAt not_a_block",
            "/ticks/2/at future",
            "/ticks/2/price price_limit",
            "/ticks/3/startsAt no_rules"),
        faults(
            new Batch(
                List.of(
                    new Input(null, null, null, null),
                    new Input(
                        "X9", at("2025-06-02T13:20:00+05:30"), new BigDecimal("1.00001"), null),
                    new Input(
                        "N1",
                        at("2025-06-02T13:15:00+05:30"),
                        new BigDecimal("10000.01"),
                        at("2025-06-02T06:02Z")),
                    new Input("N1", at("1999-01-01T00:00:00+05:30"), BigDecimal.ONE, null)))));
  }

  @Test
  void aBatch_isNeitherEmptyNorEndless() {
    assertEquals(List.of("/ticks required"), faults(new Batch(null)));
    Input tick = new Input("N1", at("2025-06-02T13:15:00+05:30"), BigDecimal.ONE, null);
    assertEquals(List.of("/ticks too_many"), faults(new Batch(Collections.nCopies(10_001, tick))));
    assertEquals(10_000, valid().of(new Batch(Collections.nCopies(10_000, tick))).size());
  }

  private static List<String> faults(Batch batch) {
    ProblemException refused = assertThrows(ProblemException.class, () -> valid().of(batch));
    assertEquals(ProblemCode.VALIDATION_FAILED, refused.code());
    return refused.faults().stream().map(ValidTicksTest::shortly).toList();
  }

  private static String shortly(Fault fault) {
    return fault.field() + " " + fault.code();
  }

  @Test
  void oneByItself_isJudgedWithoutTheFaultsOfAnother() {
    ValidTicks ticks = valid();
    Input sound = new Input("N1", at("2025-06-02T07:30:00Z"), BigDecimal.ONE, null);
    Input unsound = new Input("XX", at("2025-06-02T07:31:00Z"), BigDecimal.ONE, null);
    for (int i = 0; i < 2; i++) {
      assertEquals(Duration.ofMinutes(15), ticks.duration(ticks.one(sound)));
      assertEquals(
          List.of("/area unknown", "/startsAt not_a_block"),
          assertThrows(ProblemException.class, () -> ticks.one(unsound)).faults().stream()
              .map(fault -> fault.field() + " " + fault.code())
              .toList());
    }
  }

  private static List<PriceTick> check(Input... ticks) {
    return valid().of(new Batch(List.of(ticks)));
  }

  private static ValidTicks valid() {
    return new ValidTicks(
        "iex-dam",
        Set.of("N1", "A1"),
        start -> {
          LocalDate day = start.atZone(ZoneId.of("Asia/Kolkata")).toLocalDate();
          return start.isBefore(FIRST_DAY) ? Optional.empty() : Optional.of(PACK.auction(day));
        },
        NOW);
  }

  private static OffsetDateTime at(String text) {
    return OffsetDateTime.parse(text);
  }

  private static RulePack pack() {
    try (@Nullable InputStream csv =
        ValidTicksTest.class.getResourceAsStream("/optibid/rule-packs/iex-dam.csv")) {
      if (csv == null) {
        throw new IllegalStateException("the pack is not on the class path");
      }
      return RulePack.read("iex-dam.csv", csv);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
