package energy.optibid.notification.domain;

import static energy.optibid.notification.RuleInputs.gate;
import static energy.optibid.notification.RuleInputs.highPrice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.notification.AlertKind;
import energy.optibid.notification.AlertRule.Channel;
import energy.optibid.notification.AlertRule.Digest;
import energy.optibid.notification.RuleInputs;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValidRuleTest {
  private static final ValidRule.Places PLACES =
      new ValidRule.Places() {
        @Override
        public boolean hasMarket(String code) {
          return code.equals("sim-dam");
        }

        @Override
        public boolean hasArea(String market, String code) {
          return code.equals("W2");
        }
      };

  @Test
  void aPriceRule_isKept() {
    ValidRule rule =
        ValidRule.of(
            highPrice("5000.25", Channel.EMAIL, Channel.EMAIL)
                .named(" High ")
                .digest(Digest.DAILY)
                .dailyAt("08:30")
                .input(),
            PLACES);
    assertEquals("High", rule.name());
    assertEquals(Set.of(Channel.EMAIL), rule.channels());
    assertEquals(LocalTime.of(8, 30), rule.dailyAt());
  }

  @Test
  void aLimit_isEightyPercentUnlessSaid() {
    ValidRule rule = ValidRule.of(limit().critical(true).enabled(false).input(), PLACES);
    assertEquals(new BigDecimal("80"), rule.threshold());
  }

  @Test
  void everyFault_isNamedAtOnce() {
    assertEquals(
        List.of(
            "/name length",
            "/marketCode unknown",
            "/areaCode required",
            "/comparison required",
            "/minutes kind",
            "/threshold scale",
            "/channels required",
            "/dailyAt required"),
        sorted(
            RuleInputs.of(AlertKind.PRICE)
                .named("")
                .market("moon")
                .threshold("1.00001")
                .minutes(5)
                .by()
                .digest(Digest.DAILY)));
    assertEquals(
        List.of("/minutes range", "/dailyAt format", "/dailyAt digest"),
        faults(gate(0).dailyAt("8:30")));
    assertEquals(List.of("/threshold range"), faults(limit().threshold("100.5")));
    assertEquals(List.of("/kind required"), faults(RuleInputs.of(null).named("x")));
  }

  private static RuleInputs limit() {
    return RuleInputs.of(AlertKind.LIMIT_USED).named("Limit");
  }

  private static List<String> sorted(RuleInputs wanted) {
    List<String> order =
        List.of("/name", "/market", "/area", "/comp", "/min", "/thre", "/chan", "/daily");
    return faults(wanted).stream()
        .sorted(
            Comparator.comparingInt(
                fault ->
                    order.indexOf(
                        order.stream().filter(fault::startsWith).findFirst().orElseThrow())))
        .toList();
  }

  private static List<String> faults(RuleInputs wanted) {
    return assertThrows(ProblemException.class, () -> ValidRule.of(wanted.input(), PLACES))
        .faults()
        .stream()
        .map(fault -> fault.field() + " " + fault.code())
        .toList();
  }
}
