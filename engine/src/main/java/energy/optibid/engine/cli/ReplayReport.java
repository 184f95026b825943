package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.clearing.replay.Counterfactual;
import energy.optibid.engine.clearing.replay.Counterfactual.BlockChange;
import energy.optibid.engine.clearing.replay.Counterfactual.ZonePrice;
import energy.optibid.engine.clearing.replay.Sweep;
import energy.optibid.engine.units.Money;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a replay came to, for people. */
final class ReplayReport {
  private final Counterfactual replayed;

  ReplayReport(Counterfactual replayed) {
    this.replayed = replayed;
  }

  void print(PrintWriter out) {
    List<ZonePrice> moved =
        replayed.prices().stream()
            .filter(
                price ->
                    price.change().tenThousandths() != 0 || price.impact().tenThousandths() != 0)
            .toList();
    out.println("period zone  before      after       change      impact");
    for (ZonePrice price : moved) {
      out.printf(
          "%6d %-5s %-11s %-11s %-11s %s%n",
          price.period(),
          price.zone(),
          price.before().toBigDecimal().toPlainString(),
          price.after().toBigDecimal().toPlainString(),
          price.change().toBigDecimal().toPlainString(),
          price.impact().toBigDecimal().toPlainString());
    }
    out.printf(
        "%d of %d prices move; change is after less before, impact is with the changed orders less"
            + " without them%n",
        moved.size(), replayed.prices().size());
    Money before = replayed.revenueBefore();
    Money after = replayed.revenueAfter();
    out.printf(
        "revenue of the changed orders: before %s, after %s, difference %s%n",
        before.rounded(), after.rounded(), after.plus(before.negated()).rounded());
    for (BlockChange block : replayed.otherBlocks()) {
      out.printf(
          "block %s: %s, was %s%n", block.blockId(), said(block.after()), said(block.before()));
    }
  }

  private static String said(Optional<BlockOutcome> outcome) {
    return outcome
        .map(
            found ->
                found.decision().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + (found.ratio().isZero() ? "" : " " + found.ratio()))
        .orElse("not there");
  }

  static void print(PrintWriter out, SweepText sweep, Sweep.Point point) {
    out.printf(
        "at %s: sold %s MWh for %s, mean price %s%n",
        BigDecimal.valueOf(point.value(), sweep.scale()).toPlainString(),
        point.energy().toMegawattHours().stripTrailingZeros().toPlainString(),
        point.revenue().rounded(),
        point.price().toBigDecimal().toPlainString());
  }
}
