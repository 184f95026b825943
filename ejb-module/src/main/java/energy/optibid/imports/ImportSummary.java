package energy.optibid.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the files of an import hold, and so what publishing them writes.
 *
 * @param markets one entry for each market, by code; only of what was sound
 */
public record ImportSummary(List<MarketTotals> markets) {
  /** Nothing read yet. */
  public static final ImportSummary EMPTY = new ImportSummary(List.of());

  public ImportSummary {
    markets = List.copyOf(markets);
  }

  /**
   * What is there of one market.
   *
   * @param days delivery days with at least one block
   * @param firstDay in the market's time zone
   * @param lastDay in the market's time zone
   * @param areas codes of areas; {@code ALL} is the market as a whole
   * @param prices prices of all areas and blocks together
   * @param withoutPrice blocks with volumes in which nothing was traded
   * @param minPrice lowest price, currency per MWh; null where there is none
   * @param maxPrice highest price, currency per MWh; null where there is none
   * @param pricesAtCap prices that are the highest their day's rules allow
   * @param replaced imported prices of the same areas that are already there in that span
   */
  public record MarketTotals(
      String marketCode,
      int days,
      LocalDate firstDay,
      LocalDate lastDay,
      List<String> areas,
      long prices,
      long withoutPrice,
      @Nullable BigDecimal minPrice,
      @Nullable BigDecimal maxPrice,
      long pricesAtCap,
      long replaced) {
    public MarketTotals {
      areas = List.copyOf(areas);
    }

    /** The same with the number of prices it replaces. */
    public MarketTotals withReplaced(long count) {
      return new MarketTotals(
          marketCode,
          days,
          firstDay,
          lastDay,
          areas,
          prices,
          withoutPrice,
          minPrice,
          maxPrice,
          pricesAtCap,
          count);
    }
  }
}
