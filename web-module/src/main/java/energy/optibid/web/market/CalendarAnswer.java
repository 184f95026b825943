package energy.optibid.web.market;

import energy.optibid.engine.rules.AuctionSession;
import energy.optibid.engine.rules.CalendarDay;
import energy.optibid.engine.rules.ContractWindow;
import energy.optibid.market.Market;
import energy.optibid.rules.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A market's auctions by delivery day, as its rule pack has them.
 *
 * @param timeZone IANA name; every moment is given with its offset there
 */
public record CalendarAnswer(String market, String timeZone, List<DayAnswer> days) {
  public CalendarAnswer {
    days = List.copyOf(days);
  }

  static CalendarAnswer of(Market market, Rules rules, Stream<LocalDate> days) {
    ZoneId zone = ZoneId.of(market.timeZone());
    return new CalendarAnswer(
        market.code(),
        zone.getId(),
        days.map(day -> DayAnswer.of(market.code(), day, rules, zone)).toList());
  }

  /**
   * One delivery day.
   *
   * @param blockCount its blocks; fewer or more than usual where clocks change
   * @param holiday true where the market has no auction for it
   * @param clearsAfter market whose auction of the day clears first and hands on what it leaves
   * @param handsOnTo market that takes what this one leaves unselected
   * @param sessions its auctions in order
   * @param contracts what may be traded whose delivery begins on it
   */
  public record DayAnswer(
      LocalDate day,
      int blockCount,
      boolean holiday,
      @Nullable String clearsAfter,
      @Nullable String handsOnTo,
      List<SessionAnswer> sessions,
      List<ContractAnswer> contracts) {
    public DayAnswer {
      sessions = List.copyOf(sessions);
      contracts = List.copyOf(contracts);
    }

    static DayAnswer of(String market, LocalDate date, Rules rules, ZoneId zone) {
      CalendarDay day = rules.calendar(market, date);
      return new DayAnswer(
          day.day(),
          day.blockCount(),
          day.holiday(),
          rules.before(market, date).orElse(null),
          rules.after(market, date).orElse(null),
          day.sessions().stream().map(session -> SessionAnswer.of(session, zone)).toList(),
          day.contracts().stream().map(window -> ContractAnswer.of(window, zone)).toList());
    }
  }

  /**
   * One auction.
   *
   * @param firstBlock number of its first block in the day
   * @param clearsAt when its provisional result is due; missing where a person says when
   * @param publishesAt when its final result is due; missing where a person says when
   */
  public record SessionAnswer(
      int session,
      int firstBlock,
      int blockCount,
      OffsetDateTime gateOpensAt,
      OffsetDateTime gateClosesAt,
      @Nullable OffsetDateTime clearsAt,
      @Nullable OffsetDateTime publishesAt) {
    static SessionAnswer of(AuctionSession session, ZoneId zone) {
      return new SessionAnswer(
          session.number(),
          session.firstBlock(),
          session.blockCount(),
          local(session.gateOpens(), zone),
          local(session.gateCloses(), zone),
          localIfKnown(session.clears(), zone),
          localIfKnown(session.publishes(), zone));
    }
  }

  /**
   * One contract of a term-ahead market.
   *
   * @param contract intraday, day_ahead_contingency, daily, weekly, monthly or any_day
   * @param mechanism uniform_reverse_auction or continuous
   * @param lastDay last delivery day, inclusive
   */
  public record ContractAnswer(
      String contract,
      String mechanism,
      LocalDate firstDay,
      LocalDate lastDay,
      int firstBlock,
      int blockCount,
      OffsetDateTime gateOpensAt,
      OffsetDateTime gateClosesAt) {
    static ContractAnswer of(ContractWindow window, ZoneId zone) {
      return new ContractAnswer(
          window.contract().code(),
          window.mechanism().code(),
          window.firstDay(),
          window.lastDay(),
          window.firstBlock(),
          window.blockCount(),
          local(window.gateOpens(), zone),
          local(window.gateCloses(), zone));
    }
  }

  private static OffsetDateTime local(Instant moment, ZoneId zone) {
    return moment.atZone(zone).toOffsetDateTime();
  }

  private static @Nullable OffsetDateTime localIfKnown(@Nullable Instant moment, ZoneId zone) {
    return moment == null ? null : local(moment, zone);
  }
}
