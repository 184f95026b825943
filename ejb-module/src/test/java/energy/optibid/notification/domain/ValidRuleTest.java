package energy.optibid.notification.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.notification.AlertKind;
import energy.optibid.notification.AlertRule.Channel;
import energy.optibid.notification.AlertRule.Comparison;
import energy.optibid.notification.AlertRule.Digest;
import energy.optibid.notification.AlertRuleInput;
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
            new AlertRuleInput(
                " High ",
                AlertKind.PRICE,
                "sim-dam",
                "W2",
                Comparison.ABOVE,
                new BigDecimal("5000.25"),
                null,
                List.of(Channel.EMAIL, Channel.EMAIL),
                Digest.DAILY,
                "08:30",
                null,
                null),
            PLACES);
    assertEquals("High", rule.name());
    assertEquals(Set.of(Channel.EMAIL), rule.channels());
    assertEquals(LocalTime.of(8, 30), rule.dailyAt());
  }

  @Test
  void aLimit_isEightyPercentUnlessSaid() {
    ValidRule rule =
        ValidRule.of(
            new AlertRuleInput(
                "Limit",
                AlertKind.LIMIT_USED,
                null,
                null,
                null,
                null,
                null,
                List.of(Channel.IN_APP),
                null,
                null,
                true,
                false),
            PLACES);
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
            new AlertRuleInput(
                "",
                AlertKind.PRICE,
                "moon",
                null,
                null,
                new BigDecimal("1.00001"),
                5,
                List.of(),
                Digest.DAILY,
                null,
                null,
                null)));
    assertEquals(
        List.of("/minutes range", "/dailyAt format", "/dailyAt digest"),
        faults(
            new AlertRuleInput(
                "Gate",
                AlertKind.GATE_CLOSING,
                "sim-dam",
                null,
                null,
                null,
                0,
                List.of(Channel.IN_APP),
                null,
                "8:30",
                null,
                null)));
    assertEquals(
        List.of("/threshold range"),
        faults(
            new AlertRuleInput(
                "Limit",
                AlertKind.LIMIT_USED,
                null,
                null,
                null,
                new BigDecimal("100.5"),
                null,
                List.of(Channel.IN_APP),
                null,
                null,
                null,
                null)));
    assertEquals(
        List.of("/kind required"),
        faults(
            new AlertRuleInput(
                "x",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(Channel.IN_APP),
                null,
                null,
                null,
                null)));
  }

  private static List<String> sorted(AlertRuleInput input) {
    List<String> order =
        List.of("/name", "/market", "/area", "/comp", "/min", "/thre", "/chan", "/daily");
    return faults(input).stream()
        .sorted(
            Comparator.comparingInt(
                fault ->
                    order.indexOf(
                        order.stream().filter(fault::startsWith).findFirst().orElseThrow())))
        .toList();
  }

  private static List<String> faults(AlertRuleInput input) {
    return assertThrows(ProblemException.class, () -> ValidRule.of(input, PLACES)).faults().stream()
        .map(fault -> fault.field() + " " + fault.code())
        .toList();
  }
}
