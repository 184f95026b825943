package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.clearing.auction.Search;
import energy.optibid.engine.market.gme.Boundary;
import energy.optibid.engine.market.gme.GmeBook;
import java.io.PrintWriter;
import java.util.List;

/** What a clearing of several days came to, for people: the match and the verifier's verdict. */
final class ClearingReport {
  private final Boundary boundary;
  private final GmeBook book;
  private final List<ClearedDay> days;

  ClearingReport(Boundary boundary, GmeBook book, List<ClearedDay> days) {
    this.boundary = boundary;
    this.book = book;
    this.days = List.copyOf(days);
  }

  boolean allVerified() {
    return days.stream()
        .allMatch(
            day ->
                day.violations().isEmpty()
                    && day.periods().stream().allMatch(p -> p.violations().isEmpty()));
  }

  void print(PrintWriter out) {
    out.println(
        switch (boundary) {
          case PRICES ->
              "boundary prices: anchored; border prices are inputs, so this proves the network, not"
                  + " price skill";
          case EXCHANGES ->
              "boundary exchanges: border exchanges are fixed, prices come from the books alone";
          case YESTERDAY ->
              "boundary yesterday: no coupling output of the day; exchanges of the day before, giving"
                  + " way with the price";
        });
    out.println("one mark per period: + verified, x not");
    PriceMatch total = new PriceMatch();
    BlockMatch blocks = new BlockMatch();
    for (ClearedDay day : days) {
      PriceMatch match = new PriceMatch();
      day.periods().forEach(period -> compare(period, match));
      day.blocks().forEach(blocks::compare);
      out.println(
          day.date()
              + "  "
              + marks(day.periods())
              + (match.compared() == 0 ? "" : "  " + brief(match))
              + day.search().map(ClearingReport::brief).orElse(""));
      day.violations().forEach(violation -> print(out, "the day", violation));
      for (ClearedPeriod period : day.periods()) {
        period
            .violations()
            .forEach(violation -> print(out, "period " + period.period(), violation));
      }
      total.add(match);
    }
    printTotal(out, total);
    if (days.stream().anyMatch(day -> day.search().isPresent())) {
      blocks.print(out);
    }
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

  private static void print(PrintWriter out, String where, Violation violation) {
    out.println(
        "  "
            + where
            + " "
            + violation.rule()
            + " "
            + violation.subject()
            + ": "
            + violation.explanation());
  }

  private static String brief(Search search) {
    return String.format(
        ", %s, work %d, gap %s", search.end(), search.work(), search.gap().amount());
  }

  private static String brief(PriceMatch match) {
    return "exact " + match.exact() + "/" + match.compared() + ", mean error " + match.meanError();
  }

  private void printTotal(PrintWriter out, PriceMatch total) {
    long periods = days.stream().mapToLong(day -> day.periods().size()).sum();
    long verified =
        days.stream()
            .flatMap(day -> day.periods().stream())
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
