package energy.optibid.engine.market.results;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts blocks market by market as they pass. */
public final class ResultsTally implements Consumer<PublishedBlock> {
  private final Map<String, Market> markets = new TreeMap<>();

  /**
   * What was seen of one market.
   *
   * @param days delivery days with at least one block
   * @param areas codes of areas, in order
   * @param rows blocks of all areas together
   * @param minPrice lowest price; null where there is none
   * @param maxPrice highest price; null where there is none
   * @param blocksAtCap rows whose price is the highest the rules of their day allow
   * @param unpriced rows with volumes and no price
   */
  public record Totals(
      String market,
      int days,
      LocalDate firstDay,
      LocalDate lastDay,
      List<String> areas,
      long rows,
      @Nullable BigDecimal minPrice,
      @Nullable BigDecimal maxPrice,
      long blocksAtCap,
      long unpriced) {}

  private static final class Market {
    private final Set<LocalDate> days = new HashSet<>();
    private final Set<String> areas = new TreeSet<>();
    private LocalDate firstDay = LocalDate.MAX;
    private LocalDate lastDay = LocalDate.MIN;
    private LocalDate latest = LocalDate.MAX;
    private String latestArea = "";
    private long rows;
    private long atCap;
    private long unpriced;
    private @Nullable BigDecimal min;
    private @Nullable BigDecimal max;

    void add(PublishedBlock block) {
      rows++;
      // rows come in runs of the same day or the same area
      if (!block.day().equals(latest) && days.add(block.day())) {
        firstDay = block.day().isBefore(firstDay) ? block.day() : firstDay;
        lastDay = block.day().isAfter(lastDay) ? block.day() : lastDay;
      }
      latest = block.day();
      if (!block.area().equals(latestArea)) {
        areas.add(block.area());
      }
      latestArea = block.area();
      BigDecimal price = block.price();
      if (price == null) {
        unpriced++;
        return;
      }
      atCap += block.atCap() ? 1 : 0;
      min = min == null || price.compareTo(min) < 0 ? price : min;
      max = max == null || price.compareTo(max) > 0 ? price : max;
    }
  }

  @Override
  public void accept(PublishedBlock block) {
    markets.computeIfAbsent(block.market(), code -> new Market()).add(block);
  }

  /** The markets seen, by code. */
  public List<Totals> totals() {
    return markets.entrySet().stream()
        .map(
            entry -> {
              Market seen = entry.getValue();
              return new Totals(
                  entry.getKey(),
                  seen.days.size(),
                  seen.firstDay,
                  seen.lastDay,
                  List.copyOf(seen.areas),
                  seen.rows,
                  seen.min,
                  seen.max,
                  seen.atCap,
                  seen.unpriced);
            })
        .toList();
  }
}
