package energy.optibid.engine.clearing;

import static energy.optibid.engine.clearing.CurveClearingTest.RULES;
import static energy.optibid.engine.clearing.CurveClearingTest.curve;
import static energy.optibid.engine.clearing.CurveClearingTest.link;
import static energy.optibid.engine.clearing.CurveClearingTest.problem;
import static energy.optibid.engine.clearing.Misstated.accepted;
import static energy.optibid.engine.clearing.Misstated.cheap;
import static energy.optibid.engine.clearing.Misstated.fill;
import static energy.optibid.engine.clearing.Misstated.flow;
import static energy.optibid.engine.clearing.Misstated.flowing;
import static energy.optibid.engine.clearing.Misstated.interval;
import static energy.optibid.engine.clearing.Misstated.moved;
import static energy.optibid.engine.clearing.Misstated.offered;
import static energy.optibid.engine.clearing.Misstated.priced;
import static energy.optibid.engine.clearing.Misstated.reason;
import static energy.optibid.engine.clearing.Misstated.sums;
import static energy.optibid.engine.clearing.Misstated.twice;
import static energy.optibid.engine.clearing.Misstated.welfare;
import static energy.optibid.engine.clearing.Misstated.without;
import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Right results of curves with one statement changed: the verifier names what is wrong, and nothing
 * else. Quantities in MW, prices in INR/MWh.
 */
class CurveVerifierTest {
  private static final String BLOCK_LINK = "A_B";

  /** A at 3000 sends all the link carries, 20 MW, to B at 7000; without limits 120 MW at 5000. */
  private final Checked split =
      new Checked(
          problem(
              List.of(link("A", "B", 20, 20)),
              curve("cheap", "A", 0, 0, 5000, -100),
              curve("local", "A", 0, 40, 10000, 40),
              curve("dear", "B", 4000, 0, 9000, -100),
              curve("need", "B", 0, 80, 10000, 80)));

  /** 100 MW wanted at any price and 50 offered: both buyers get half, across a link with room. */
  private final Checked scarce =
      new Checked(
          problem(
              List.of(link("A", "B", 100, 100)),
              curve("small", "A", 0, 20, 10000, 20),
              curve("sell", "A", 0, -50, 10000, -50),
              curve("big", "B", 0, 80, 10000, 80)));

  /** 100 MW offered at any price and 50 wanted. */
  private final Checked abundant =
      new Checked(
          problem(
              List.of(),
              curve("buy", "A", 0, 50, 10000, 50),
              curve("big", "A", 0, -80, 10000, -80),
              curve("small", "A", 0, -20, 10000, -20)));

  @Test
  void whatIsMissingOrTwice_isAllThatIsSaid() {
    split.says(r -> without(r, "B", "", ""), "COMPLETE zones");
    split.says(r -> without(r, "", "dear", ""), "COMPLETE curves");
    split.says(r -> without(r, "", "", BLOCK_LINK), "COMPLETE links");
    split.says(
        r -> without(r, "A", "need", BLOCK_LINK),
        "COMPLETE zones",
        "COMPLETE curves",
        "COMPLETE links");
    split.says(
        r -> new ClearingResult(twice(r.zones()), twice(r.flows()), twice(r.fills()), r.welfare()),
        "COMPLETE zones",
        "COMPLETE curves",
        "COMPLETE links");
  }

  @Test
  void aCurveInAnotherZone_isSaid() {
    split.says(
        r -> fill(r, "cheap", f -> new OrderFill(f.orderId(), "B", f.side(), f.steps())),
        "COMPLETE cheap");
  }

  @Test
  void aReasonThatDoesNotFitItsQuantity_isSaid() {
    split.says(r -> reason(r, "local", FillReason.AT_THE_MONEY));
    split.says(r -> reason(r, "local", FillReason.OUT_OF_THE_MONEY), "STATEMENT local");
    // nor is it called cut away from the limit
    split.says(
        r -> reason(r, "local", FillReason.CURTAILED_AT_LIMIT),
        "STATEMENT local",
        "STATEMENT local");
    scarce.says(r -> reason(r, "big", FillReason.IN_THE_MONEY), "STATEMENT big", "STATEMENT big");
    scarce.says(r -> reason(r, "big", FillReason.AT_THE_MONEY), "STATEMENT big");
    abundant.says(r -> reason(r, "small", FillReason.AT_THE_MONEY), "STATEMENT small");
    // who gets everything at the limit is not cut
    scarce.says(r -> reason(r, "sell", FillReason.AT_THE_MONEY));
    abundant.says(r -> reason(r, "buy", FillReason.AT_THE_MONEY));
  }

  @Test
  void anOfferThatIsNotTheCurves_isSaid() {
    split.says(
        r -> offered(reason(r, "local", FillReason.AT_THE_MONEY), "local", "40.1"),
        "STATEMENT local");
    split.says(r -> cheap(r, "60", "100"));
    split.says(r -> cheap(r, "60", "100.1"), "STATEMENT cheap");
    scarce.says(r -> offered(r, "big", "79.9"), "STATEMENT big", "STATEMENT big");
    abundant.says(r -> offered(r, "small", "20.1"), "STATEMENT small", "STATEMENT small");
  }

  /** One lot is enough, whoever it is taken from. */
  @Test
  void aLotMoreOrLessThanTheCurve_isSaid() {
    split.says(
        r -> accepted(reason(r, "local", FillReason.AT_THE_MONEY), "local", "39.9"),
        "FILL_PRICE local",
        "STATEMENT A",
        "BALANCE A",
        "STATEMENT welfare");
    split.says(
        r -> cheap(r, "60.05", "100"),
        "LOT cheap",
        "STATEMENT A",
        "BALANCE A",
        "STATEMENT welfare");
    split.says(
        r -> cheap(r, "60.2", "100"),
        "FILL_PRICE cheap",
        "STATEMENT A",
        "BALANCE A",
        "STATEMENT welfare");
    split.says(
        r -> accepted(reason(r, "need", FillReason.AT_THE_MONEY), "need", "80.1"),
        "LOT need",
        "FILL_PRICE need",
        "STATEMENT B",
        "BALANCE B");
  }

  @Test
  void cutsOfUnequalShares_areSaid() {
    scarce.says(
        r -> flow(moved(r, "small", "9", "big", "41", "B"), f -> flowing(f, "41")), "PRO_RATA BUY");
    abundant.says(r -> moved(r, "small", "9", "big", "41", ""), "PRO_RATA SELL");
    // a lot is nobody's share
    abundant.says(r -> moved(r, "small", "10.1", "big", "39.9", ""));
  }

  /** B gets what the link carries, A the rest: 35 of 80 and 15 of 20. */
  @Test
  void behindAFullLink_sharesMayDiffer() {
    new Checked(
            problem(
                List.of(link("A", "B", 100, 35)),
                curve("small", "A", 0, 20, 10000, 20),
                curve("sell", "A", 0, -50, 10000, -50),
                curve("big", "B", 0, 80, 10000, 80)))
        .says(r -> r);
  }

  @Test
  void aFlowMisstated_isSaid() {
    split.says(r -> flow(r, f -> flowing(f, "20.05")), "LOT A_B", "BALANCE A", "BALANCE B");
    split.says(
        r -> flow(r, f -> flowing(f, "20.1")),
        "FLOW_LIMIT A_B",
        "STATEMENT A_B",
        "FLOW_PRICE A_B",
        "BALANCE A",
        "BALANCE B");
    split.says(
        r -> flow(r, f -> flowing(f, "-20.1")),
        "FLOW_LIMIT A_B",
        "STATEMENT A_B",
        "FLOW_PRICE A_B",
        "BALANCE A",
        "BALANCE B");
    split.says(r -> flow(r, f -> flowing(f, "-20")), "FLOW_PRICE A_B", "BALANCE A", "BALANCE B");
    split.says(
        r ->
            flow(
                r,
                f -> new LinkFlow(f.linkId(), f.from(), f.to(), f.flow(), false, f.shadowPrice())),
        "STATEMENT A_B");
    split.says(
        r ->
            flow(
                r,
                f ->
                    new LinkFlow(
                        f.linkId(), f.to(), f.to(), f.flow(), f.binding(), f.shadowPrice())),
        "STATEMENT A_B");
    split.says(
        r ->
            flow(
                r,
                f ->
                    new LinkFlow(
                        f.linkId(), f.from(), f.from(), f.flow(), f.binding(), f.shadowPrice())),
        "STATEMENT A_B");
    split.says(
        r ->
            flow(
                r,
                f ->
                    new LinkFlow(
                        f.linkId(),
                        f.from(),
                        f.to(),
                        f.flow(),
                        f.binding(),
                        new Price(f.shadowPrice().tenThousandths() + 1))),
        "STATEMENT A_B");
  }

  @Test
  void sumsOfAZone_areThoseOfItsCurves() {
    Power lot = RULES.lot();
    split.says(r -> sums(r, "A", lot, Power.ZERO, Power.ZERO), "STATEMENT A");
    split.says(r -> sums(r, "A", Power.ZERO, lot, Power.ZERO), "STATEMENT A");
    split.says(r -> sums(r, "B", Power.ZERO, Power.ZERO, lot), "STATEMENT B");
  }

  @Test
  void aPriceOutsideItsInterval_isSaid() {
    split.says(r -> interval(r, "A", "3000.01", "3000.01"), "PRICE_INTERVAL A");
    split.says(r -> interval(r, "A", "2999.99", "2999.99"), "PRICE_INTERVAL A");
    split.says(r -> interval(r, "A", "3000", "3000"));
    split.says(r -> interval(r, "A", "2999.99", "3000.01"));
    scarce.says(
        r -> priced(priced(r, "A", "10000.01"), "B", "10000.01"),
        "FILL_PRICE small",
        "FILL_PRICE big",
        "STATEMENT big",
        "STATEMENT small",
        "PRICE_INTERVAL A",
        "PRICE_INTERVAL B");
  }

  @Test
  void welfareIsTheAreaUnderTheCurves() {
    split.says(r -> welfare(r, "0.004"));
    split.says(r -> welfare(r, "-0.004"));
    split.says(r -> welfare(r, "0.01"), "STATEMENT welfare");
    split.says(r -> welfare(r, "-0.01"), "STATEMENT welfare");
  }

  @Test
  void withoutLimits_allCurvesTogetherWantNothing() {
    split.unconstrained("5000", "120");
    split.unconstrained("5000", "119.9");
    split.unconstrained("5000", "120.1", "PRICE_INTERVAL unconstrained");
    split.unconstrained("5000", "119.8", "PRICE_INTERVAL unconstrained");
    split.unconstrained("5001", "120", "PRICE_INTERVAL unconstrained");
    split.unconstrained("4999", "120", "PRICE_INTERVAL unconstrained");
    scarce.unconstrained("10000", "50");
    scarce.unconstrained("10000", "50.1", "PRICE_INTERVAL unconstrained");
    scarce.unconstrained("9999", "50", "PRICE_INTERVAL unconstrained");
    abundant.unconstrained("0", "50");
    abundant.unconstrained("1", "50", "PRICE_INTERVAL unconstrained");
  }

  /** A problem and its right result, to be spoilt. */
  private record Checked(CurveProblem problem, CurveResult right) {
    Checked(CurveProblem problem) {
      this(problem, CurveClearing.clear(problem));
    }

    void says(UnaryOperator<ClearingResult> change, String... expected) {
      CurveResult changed =
          new CurveResult(
              change.apply(right.split()), right.unconstrainedPrice(), right.unconstrainedVolume());
      expect(changed, expected);
    }

    void unconstrained(String price, String volume, String... expected) {
      expect(new CurveResult(right.split(), Price.of(price), Power.ofMegawatts(volume)), expected);
    }

    private void expect(CurveResult result, String... expected) {
      List<String> said =
          CurveVerifier.verify(problem, result).stream()
              .map(violation -> violation.rule() + " " + violation.subject())
              .sorted()
              .toList();
      assertEquals(Arrays.stream(expected).sorted().toList(), said);
    }
  }
}
