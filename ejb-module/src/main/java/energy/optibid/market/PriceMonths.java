package energy.optibid.market;

import java.time.LocalDate;

/**
 * Room for prices, which are kept by month. Making a month locks the whole table until the
 * transaction ends; whoever knows early which days will have prices makes room for them in a
 * transaction that does nothing else, so that no clearing or import holds that lock, or waits for
 * it while it holds others.
 */
public interface PriceMonths {
  /** Makes sure that each month of the days has its place; nothing happens where it has. */
  void prepare(LocalDate first, LocalDate last);
}
