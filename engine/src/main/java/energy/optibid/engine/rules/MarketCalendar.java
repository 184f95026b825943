package energy.optibid.engine.rules;

import energy.optibid.engine.units.DeliveryDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A market's auctions by delivery day, computed from its rule pack: the one calendar that the
 * scheduler of a simulated exchange, the API and the screens look at. Pure.
 */
public final class MarketCalendar {
  private MarketCalendar() {}

  /**
   * One delivery day under the rules that hold on it.
   *
   * @throws RuleMissingException when the pack says nothing about the day
   * @throws IllegalStateException if the day is not a whole number of sessions
   */
  public static CalendarDay of(RulePack pack, LocalDate day) {
    DeliveryDay blocks = pack.day(day);
    boolean holiday = pack.isHoliday(day);
    return switch (pack.design(day)) {
      case DOUBLE_SIDED ->
          new CalendarDay(
              day,
              blocks.blockCount(),
              holiday,
              holiday ? List.of() : pack.auction(day).sessions(),
              List.of());
      case TERM_AHEAD ->
          new CalendarDay(
              day,
              blocks.blockCount(),
              holiday,
              List.of(),
              holiday ? List.of() : contracts(pack, blocks));
      case DEVIATION_SETTLEMENT ->
          new CalendarDay(day, blocks.blockCount(), holiday, List.of(), List.of());
    };
  }

  /**
   * Every delivery day from one to another, both included.
   *
   * @throws RuleMissingException when the pack says nothing about one of them
   * @throws IllegalArgumentException if the last day is before the first
   */
  public static List<CalendarDay> between(RulePack pack, LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1)).map(day -> of(pack, day)).toList();
  }

  private static List<ContractWindow> contracts(RulePack pack, DeliveryDay day) {
    List<ContractWindow> windows = new ArrayList<>();
    for (ContractRules rules : pack.contracts(day.date())) {
      if (!rules.contract().beginsOn(day.date())) {
        continue;
      }
      if (rules.gateClosure() instanceof GateTime.BeforeSession) {
        for (int block = 1; block <= day.blockCount(); block++) {
          add(windows, rules, day, block, 1);
        }
      } else {
        add(windows, rules, day, 1, day.blockCount());
      }
    }
    return windows;
  }

  /** A period whose gate would close before it opens cannot be traded. */
  private static void add(
      List<ContractWindow> windows,
      ContractRules rules,
      DeliveryDay day,
      int firstBlock,
      int blockCount) {
    ContractWindow window =
        new ContractWindow(
            rules.contract(),
            rules.mechanism(),
            day.date(),
            rules.contract().lastDay(day.date()),
            firstBlock,
            blockCount,
            rules.gateOpensAt(day.date(), day.zone(), day.block(firstBlock).start()),
            rules.gateClosesAt(day.date(), day.zone(), day.block(firstBlock).start()));
    if (window.gateOpens().isBefore(window.gateCloses())) {
      windows.add(window);
    }
  }
}
