package energy.optibid.web.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.LinkOutcome;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunLinkTest {
  private static final List<BigDecimal> NONE = list("0", "0");

  private static List<BigDecimal> list(String... figures) {
    return List.of(figures).stream().map(BigDecimal::new).toList();
  }

  private static AreaOutcome area(String code, String... prices) {
    return new AreaOutcome(code, list(prices), NONE, NONE, NONE, NONE, NONE);
  }

  private static LinkOutcome link(String to) {
    return new LinkOutcome(
        "N",
        to,
        list("10", "-2.5"),
        list("10", "10"),
        list("2.5", "2.5"),
        List.of(true, true),
        NONE,
        NONE);
  }

  @Test
  void aFullLinkEarnsThePriceDifferenceEitherWay() {
    RunLink link =
        RunFlowsAnswer.of(
                List.of(link("S")), List.of(area("N", "40", "50"), area("S", "55.5", "30")))
            .links()
            .get(0);
    assertEquals(list("15.5", "-20"), link.shadowPrices());
    assertEquals(list("155.0", "50.0"), link.congestionRent());
  }

  @Test
  void aLinkToSomewhereWithoutAPriceHasNone() {
    RunLink link =
        RunFlowsAnswer.of(List.of(link("X")), List.of(area("N", "40", "50"))).links().get(0);
    assertEquals(List.of(), link.shadowPrices());
    assertEquals(List.of(), link.congestionRent());
  }
}
