package energy.optibid.imports.domain;

import energy.optibid.engine.market.gme.GmeDay;
import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.market.results.ResultsTally;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.imports.ImportSummary;
import energy.optibid.imports.ImportSummary.MarketTotals;
import energy.optibid.market.AreaPrices;
import energy.optibid.market.StagedDay;
import java.math.BigDecimal;
import java.util.List;

/** What was read, counted. */
final class Summaries {
  private Summaries() {}

  static ImportSummary of(List<ResultsTally.Totals> totals) {
    return new ImportSummary(
        totals.stream()
            .map(
                market ->
                    new MarketTotals(
                        market.market(),
                        market.days(),
                        market.firstDay(),
                        market.lastDay(),
                        market.areas(),
                        market.rows() - market.unpriced(),
                        market.unpriced(),
                        market.minPrice(),
                        market.maxPrice(),
                        market.blocksAtCap(),
                        0))
            .toList());
  }

  /** Counts the prices published with a day's order books. */
  static void count(GmeDay day, StagedDay staged, ResultsTally tally) {
    AuctionRules rules = day.rules();
    BigDecimal cap = rules.priceCap().toBigDecimal();
    for (AreaPrices area : staged.published()) {
      for (int block = 1; block <= area.prices().size(); block++) {
        BigDecimal price = area.prices().get(block - 1);
        if (price != null) {
          tally.accept(
              new PublishedBlock(
                  rules.market(),
                  area.area(),
                  day.day().date(),
                  day.day().block(block).start(),
                  (int) rules.marketTimeUnit().toMinutes(),
                  price,
                  price.compareTo(cap) == 0,
                  null));
        }
      }
    }
  }
}
