package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.ZoneOutcome;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Cleared curves, for people and as a CSV of prices and volumes. */
final class CurveReport {
  static final String HEADER =
      "delivery_day,period,curve,zone,price_per_mwh,price_low,price_high,demand_mw,supply_mw";

  private final List<CurveFiles.Cleared> cleared;

  CurveReport(List<CurveFiles.Cleared> cleared) {
    this.cleared = cleared;
  }

  boolean allVerified() {
    return cleared.stream().allMatch(one -> one.violations().isEmpty());
  }

  /**
   * @param unverified what of the format was never checked against a real file; empty if nothing
   */
  void print(PrintWriter out, String unverified) {
    if (!unverified.isEmpty()) {
      out.println("unverified: " + unverified);
    }
    out.println("+ verified, x not");
    for (CurveFiles.Cleared one : cleared) {
      ZoneOutcome zone = one.zone();
      out.printf(
          "%s %s period %d %s %s: price %s (%s to %s), volume %s%n",
          one.violations().isEmpty() ? "+" : "x",
          one.day(),
          one.period(),
          zone.zone(),
          one.curve(),
          zone.price(),
          zone.low(),
          zone.high(),
          zone.demand());
      for (Violation violation : one.violations()) {
        out.printf("  %s %s: %s%n", violation.rule(), violation.subject(), violation.explanation());
      }
    }
    out.printf(
        "verifier: %d of %d curves without a violation%n",
        cleared.stream().filter(one -> one.violations().isEmpty()).count(), cleared.size());
  }

  /** Writes the file; one of that name is replaced only when all of it is written. */
  void write(Path file) {
    WholeFile.write(file, HEADER, cleared.stream().map(CurveReport::line));
  }

  private static String line(CurveFiles.Cleared one) {
    ZoneOutcome zone = one.zone();
    return String.join(
        ",",
        one.day().toString(),
        Integer.toString(one.period()),
        one.curve(),
        zone.zone(),
        zone.price().toBigDecimal().toPlainString(),
        zone.low().toBigDecimal().toPlainString(),
        zone.high().toBigDecimal().toPlainString(),
        zone.demand().toMegawatts().toPlainString(),
        zone.supply().toMegawatts().toPlainString());
  }
}
