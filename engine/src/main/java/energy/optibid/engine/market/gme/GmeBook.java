package energy.optibid.engine.market.gme;

import energy.optibid.engine.rules.RulePack;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Collects rows of accepted files into delivery days. Files may come in any order and may carry
 * many days; days that are not wanted cost nothing.
 */
public final class GmeBook implements Consumer<GmeRow> {
  private final RulePack pack;
  private final Predicate<LocalDate> wanted;
  private final NavigableMap<LocalDate, GmeDay> days = new TreeMap<>();

  /**
   * @param wanted which delivery days to keep
   */
  public GmeBook(RulePack pack, Predicate<LocalDate> wanted) {
    this.pack = pack;
    this.wanted = wanted;
  }

  @Override
  public void accept(GmeRow row) {
    LocalDate date = row.deliveryDay();
    if (wanted.test(date)) {
      days.computeIfAbsent(date, d -> new GmeDay(pack.auction(d))).accept(row);
    }
  }

  /** The days seen, in order. */
  public SortedSet<LocalDate> days() {
    return new TreeSet<>(days.keySet());
  }

  /**
   * @throws NoSuchElementException when no row of that day was seen
   */
  public GmeDay day(LocalDate date) {
    GmeDay day = days.get(date);
    if (day == null) {
      throw new NoSuchElementException("no rows of " + date);
    }
    return day;
  }
}
