package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.market.gme.Boundary;
import energy.optibid.engine.market.gme.GmeBook;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a clearing of several days came to, for people: the match and the verifier's verdict. */
final class ClearingReport {
  private final Boundary boundary;
  private final GmeBook book;
  private final Map<LocalDate, List<ClearedPeriod>> days = new TreeMap<>();

  ClearingReport(Boundary boundary, GmeBook book, List<ClearedPeriod> periods) {
    this.boundary = boundary;
    this.book = book;
    for (LocalDate day : book.days()) {
      days.put(day, periods.stream().filter(p -> p.deliveryDay().equals(day)).toList());
    }
  }

  boolean allVerified() {
    return days.values().stream().flatMap(List::stream).allMatch(p -> p.violations().isEmpty());
  }

  void print(PrintWriter out) {
    out.println(
        switch (boundary) {
          case PRICES ->
              "boundary prices: anchored; border prices are inputs, so this proves the network, not"
                  + " price skill";
          case EXCHANGES ->
              "boundary exchanges: border exchanges are fixed, prices come from the books alone";
        });
    out.println("one mark per period: + verified, x not");
    PriceMatch total = new PriceMatch();
    days.forEach(
        (day, periods) -> {
          PriceMatch match = new PriceMatch();
          periods.forEach(period -> compare(period, match));
          out.println(
              day + "  " + marks(periods) + (match.compared() == 0 ? "" : "  " + brief(match)));
          periods.forEach(period -> printViolations(out, period));
          total.add(match);
        });
    printTotal(out, total);
  }

  private void compare(ClearedPeriod period, PriceMatch match) {
    for (ZoneOutcome zone : period.result().zones()) {
      book.day(period.deliveryDay())
          .publishedPrice(period.period(), zone.zone())
          .ifPresent(published -> match.compare(zone, published));
    }
  }

  private static String marks(List<ClearedPeriod> periods) {
    StringBuilder marks = new StringBuilder();
    periods.forEach(period -> marks.append(period.violations().isEmpty() ? '+' : 'x'));
    return marks.toString();
  }

  private static void printViolations(PrintWriter out, ClearedPeriod period) {
    for (Violation violation : period.violations()) {
      out.println(
          "  period "
              + period.period()
              + " "
              + violation.rule()
              + " "
              + violation.subject()
              + ": "
              + violation.explanation());
    }
  }

  private static String brief(PriceMatch match) {
    return "exact " + match.exact() + "/" + match.compared() + ", mean error " + match.meanError();
  }

  private void printTotal(PrintWriter out, PriceMatch total) {
    long periods = days.values().stream().mapToLong(List::size).sum();
    long verified =
        days.values().stream()
            .flatMap(List::stream)
            .filter(period -> period.violations().isEmpty())
            .count();
    if (total.compared() == 0) {
      out.println("no published prices of these zones to compare with");
    } else {
      out.printf(
          "%s%d of %d zonal prices within %s of the published; mean absolute error %s, largest %s;"
              + " published price inside the supporting interval in %d%n",
          boundary == Boundary.PRICES ? "anchored: " : "",
          total.exact(),
          total.compared(),
          PriceMatch.TOLERANCE,
          total.meanError(),
          total.largestError(),
          total.inInterval());
    }
    out.printf("verifier: %d of %d periods without a violation%n", verified, periods);
  }
}
