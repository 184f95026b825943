package energy.optibid.engine.market.iex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.CurveClearing;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.CurveResult;
import energy.optibid.engine.clearing.CurveVerifier;
import energy.optibid.engine.market.iex.IexCurveReader.Answer;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IexCurveReaderTest {
  /**
   * Straight lines from 0 to 10,000 INR/MWh: purchase 30,000 → 10,000 MW, sell 5,000 → 25,000 MW.
   * They meet where 30,000 − 2p = 5,000 + 2p, at 6,250 with 17,500 MW.
   */
  @Test
  void aCountryOfTwoLines_meetsWhereTheyCross() throws IOException {
    IexCurves curves = curves("0,30000,5000", "10000,10000,25000");
    assertEquals(96, curves.blocks().size());
    CurveResult result = cleared(curves.problem(1));
    assertEquals(Price.of("6250"), result.unconstrainedPrice());
    assertEquals(Power.ofMegawatts("17500"), result.unconstrainedVolume());
  }

  /** With a step at 3,000: sellers offer 12,000 MW from there on, buyers want 10,000 MW. */
  @Test
  void twoLinesAtOnePrice_areAStep() throws IOException {
    IexCurves curves = curves("0,10000,0", "3000,10000,0", "3000,10000,12000", "10000,0,12000");
    CurveResult result = cleared(curves.problem(96));
    assertEquals(Price.of("3000"), result.unconstrainedPrice());
    assertEquals(Power.ofMegawatts("10000"), result.unconstrainedVolume());
  }

  @Test
  void demandAboveAllSupply_clearsAtTheCap() throws IOException {
    CurveResult result = cleared(curves("0,9000.1,100", "10000,8000.1,7000.3").problem(2));
    assertEquals(Price.of("10000"), result.unconstrainedPrice());
    assertEquals(Power.ofMegawatts("7000.3"), result.unconstrainedVolume());
  }

  /** The orders add up to the curve at each of its prices, to the lot. */
  @Test
  void theOrdersOfAProblem_areTheCurve() throws IOException {
    IexCurves curves =
        curves(
            "0,34567.8,1234.5", "2500,31000.1,1234.5", "5000,12000,22222.2", "10000,0.1,45678.9");
    CurveProblem problem = curves.problem(7);
    for (IexCurves.Corner corner : curves.corners(7)) {
      long bought = 0;
      long sold = 0;
      for (var order : problem.orders()) {
        var corners = order.corners();
        long quantity =
            corner.price().compareTo(corners.get(0).price()) <= 0
                ? corners.get(0).quantity().kilowatts()
                : corners.get(1).quantity().kilowatts();
        bought += Math.max(0, quantity);
        sold -= Math.min(0, quantity);
      }
      assertEquals(corner.purchase().kilowatts(), bought, corner.toString());
      assertEquals(corner.sell().kilowatts(), sold, corner.toString());
    }
    cleared(problem);
  }

  @Test
  void everyFaultIsNamedByLineAndColumn() throws IOException {
    String block = "iex-dam,2023-12-27,";
    Answer answer =
        read(
            IexCurveReader.HEADER
                + "\n"
                + block
                + "1,0,100,0\n"
                + block
                + "1,500,100.1,0\n"
                + block
                + "1,400,50,0\n"
                + block
                + "1,600,50,-1\n"
                + block
                + "1,10001,0,0\n"
                + block
                + "1,700,0.05,0\n"
                + block
                + "97,0,0,0\n"
                + "iex-xyz,2023-12-27,1,0,0,0\n"
                + "iex-dam,27-12-2023,1,0,0,0\n"
                + block
                + "2,0,0\n"
                + block
                + "2,0,10,10\n"
                + block
                + "2,5,10,9\n"
                + block
                + "1,9000,0,0\n");
    assertEquals(
        List.of(
            "3 min_above_max purchase_mw",
            "4 min_above_max price_rs_mwh",
            "5 negative sell_mw",
            "6 price_limit price_rs_mwh",
            "7 quantity_lot purchase_mw",
            "8 period_range block",
            "9 unknown_market market",
            "10 day_form date",
            "11 field_count ",
            "13 min_above_max sell_mw",
            "14 duplicate block"),
        answer.report().refusals().stream()
            .limit(11)
            .map(r -> r.line() + " " + r.code().code() + " " + r.field())
            .toList());
    assertEquals(11 + 94, answer.report().refused());
    assertTrue(answer.curves().isEmpty());
  }

  private static CurveResult cleared(CurveProblem problem) {
    CurveResult result = CurveClearing.clear(problem);
    assertEquals(List.of(), CurveVerifier.verify(problem, result));
    return result;
  }

  private static IexCurves curves(String... corners) throws IOException {
    String text =
        IntStream.rangeClosed(1, 96)
            .boxed()
            .flatMap(
                block ->
                    List.of(corners).stream()
                        .map(corner -> "iex-dam,2023-12-27," + block + "," + corner + "\n"))
            .collect(Collectors.joining("", IexCurveReader.HEADER + "\n", ""));
    Answer answer = read(text);
    assertEquals(List.of(), answer.report().refusals());
    return answer.curves().get(0);
  }

  private static Answer read(String text) throws IOException {
    return new IexCurveReader(IexFiles.days(), ReadLimits.DEFAULT)
        .read("curves", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
