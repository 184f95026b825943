package energy.optibid.imports.domain;

import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.market.gme.Boundary;
import energy.optibid.engine.market.gme.GmeDay;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.market.AreaPrices;
import energy.optibid.market.BlockBook;
import energy.optibid.market.StagedDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A day of GME's files as the market capability takes it. */
final class GmeDays {
  private GmeDays() {}

  /** Borders become fixed exchanges: border prices would anchor every price of the sandbox. */
  static StagedDay staged(GmeDay day) {
    AuctionRules rules = day.rules();
    List<BlockBook> blocks = new ArrayList<>();
    for (int number = 1; number <= day.day().blockCount(); number++) {
      ClearingProblem problem = day.problem(number, Boundary.EXCHANGES);
      blocks.add(
          new BlockBook(
              number,
              problem.block(),
              problem.zones(),
              problem.orders(),
              problem.links(),
              problem.exchanges(),
              problem.rules()));
    }
    return new StagedDay(
        rules.market(),
        day.day(),
        rules.currency().getCurrencyCode(),
        rules.zones(),
        rules.gateOpensAt(),
        rules.gateClosesAt(),
        blocks,
        day.blocks(),
        published(day));
  }

  private static List<AreaPrices> published(GmeDay day) {
    AuctionRules rules = day.rules();
    return Stream.of(rules.zones(), rules.borderZones(), rules.referencePrices())
        .flatMap(List::stream)
        .map(area -> new AreaPrices(area, pricesOf(day, area)))
        .filter(area -> area.prices().stream().anyMatch(Objects::nonNull))
        .toList();
  }

  private static List<@Nullable BigDecimal> pricesOf(GmeDay day, String area) {
    List<@Nullable BigDecimal> prices = new ArrayList<>();
    for (int number = 1; number <= day.day().blockCount(); number++) {
      prices.add(day.publishedPrice(number, area).orElse(null));
    }
    return prices;
  }
}
