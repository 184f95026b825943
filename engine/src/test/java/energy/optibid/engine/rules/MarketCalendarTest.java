package energy.optibid.engine.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.units.DeliveryDay;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketCalendarTest {
  private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

  private static RulePack shipped(String market) {
    Path file = Path.of("../config/rule-packs/" + market + ".csv");
    try (InputStream csv = Files.newInputStream(file)) {
      return RulePack.read(file.toString(), csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RulePack changed(String market, String text, String instead) {
    String rows = shipped(market).text();
    assertTrue(rows.contains(text), text);
    byte[] file = rows.replace(text, instead).getBytes(StandardCharsets.UTF_8);
    return RulePack.read(market, new ByteArrayInputStream(file));
  }

  private static Instant kolkata(String local) {
    return LocalDateTime.parse(local).atZone(KOLKATA).toInstant();
  }

  /** Around the last Sundays of March and October and the turn of the year, of many years. */
  @Provide
  Arbitrary<LocalDate> days() {
    Arbitrary<Integer> years = Arbitraries.integers().between(2024, 2060);
    Arbitrary<LocalDate> anchors =
        years.flatMap(
            year ->
                Arbitraries.of(
                    LocalDate.of(year, 3, 28),
                    LocalDate.of(year, 10, 28),
                    LocalDate.of(year, 1, 1),
                    LocalDate.of(year, 2, 28),
                    LocalDate.of(year, 7, 1)));
    return anchors.flatMap(
        anchor -> Arbitraries.integers().between(-4, 4).map(days -> anchor.plusDays(days)));
  }

  @Property
  void sessionsCoverTheDayOnceInOrder(@ForAll("days") LocalDate day) {
    for (String market : List.of("iex-rtm", "iex-dam", "gme-mgp", "omie-md", "euphemia-zone")) {
      RulePack pack = shipped(market);
      CalendarDay calendar = MarketCalendar.of(pack, day);
      DeliveryDay blocks = pack.auction(day).day();
      assertEquals(blocks.blockCount(), calendar.blockCount());
      int next = 1;
      for (AuctionSession session : calendar.sessions()) {
        assertEquals(next, session.firstBlock(), market + " " + day);
        next += session.blockCount();
        assertTrue(session.gateOpens().isBefore(session.gateCloses()));
        assertTrue(
            !session.gateCloses().isAfter(blocks.block(session.firstBlock()).start()),
            market + " closes after delivery on " + day);
        Instant clears = session.clears();
        assertTrue(clears == null || !clears.isBefore(session.gateCloses()));
      }
      assertEquals(blocks.blockCount() + 1, next);
    }
  }

  @Property
  void aDayEndsWhereTheNextBegins(@ForAll("days") LocalDate day) {
    for (String market : List.of("iex-rtm", "gme-mgp", "omie-md")) {
      RulePack pack = shipped(market);
      DeliveryDay here = pack.auction(day).day();
      assertEquals(here.end(), pack.auction(day.plusDays(1)).day().start());
      assertEquals(
          Duration.between(here.start(), here.end()),
          here.blockDuration().multipliedBy(MarketCalendar.of(pack, day).blockCount()));
    }
  }

  /** MARKET-RULES §1: half-hour k opens at D 00:00 + 30·k − 75 min and closes 15 minutes later. */
  @Property
  void realTimeSessionsAreHalfHoursApart(@ForAll("days") LocalDate day) {
    List<AuctionSession> sessions = MarketCalendar.of(shipped("iex-rtm"), day).sessions();
    assertEquals(48, sessions.size());
    Instant midnight = day.atStartOfDay(KOLKATA).toInstant();
    for (int k = 0; k < 48; k++) {
      AuctionSession session = sessions.get(k);
      assertEquals(midnight.plus(Duration.ofMinutes(30L * k - 75)), session.gateOpens());
      assertEquals(midnight.plus(Duration.ofMinutes(30L * k - 60)), session.gateCloses());
      assertEquals(2, session.blockCount());
    }
  }

  /** The Indian market over Rome's days: what a half-hour market does where clocks change. */
  @ParameterizedTest
  @CsvSource({"2026-03-29, 92, 46", "2026-10-25, 100, 50", "2026-10-26, 96, 48"})
  void aDayWhereClocksChangeHasFewerOrMoreSessions(LocalDate day, int blocks, int sessions) {
    RulePack pack = changed("iex-rtm", "Asia/Kolkata", "Europe/Rome");
    CalendarDay calendar = MarketCalendar.of(pack, day);
    assertEquals(blocks, calendar.blockCount());
    assertEquals(sessions, calendar.sessions().size());
  }

  @ParameterizedTest
  @CsvSource({"2025-03-30, 23", "2025-10-26, 100", "2026-03-29, 92", "2024-10-27, 25"})
  void europeanDaysHaveTheirBlocks(LocalDate day, int blocks) {
    assertEquals(blocks, MarketCalendar.of(shipped("omie-md"), day).blockCount());
    assertEquals(blocks, MarketCalendar.of(shipped("gme-mgp"), day).blockCount());
  }

  /** A gate an hour later from a day on: the dated parameter moves the time line of later days. */
  @Test
  void aShiftedTimeLineIsADatedParameter() {
    RulePack pack =
        changed(
            "iex-dam",
            "iex-dam,gate_closure,D-1 12:00,local,2020-06-01,,",
            """
            iex-dam,gate_closure,D-1 11:00,local,2027-01-01,,"shifted",source
            iex-dam,gate_closure,D-1 12:00,local,2020-06-01,2026-12-31,""");
    List<CalendarDay> days =
        MarketCalendar.between(pack, LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1));
    assertEquals(
        List.of(kolkata("2026-12-30T12:00"), kolkata("2026-12-31T11:00")),
        days.stream().map(day -> day.sessions().get(0).gateCloses()).toList());
  }

  @Test
  void aHolidayHasNoAuction() {
    RulePack pack =
        changed(
            "iex-dam",
            "iex-dam,tie_rule",
            "iex-dam,holidays,2026-12-25 2026-12-26,,2020-06-01,,\"test\",source\niex-dam,tie_rule");
    CalendarDay holiday = MarketCalendar.of(pack, LocalDate.of(2026, 12, 26));
    assertTrue(holiday.holiday());
    assertEquals(List.of(), holiday.sessions());
    assertEquals(1, MarketCalendar.of(pack, LocalDate.of(2026, 12, 27)).sessions().size());
  }

  @Test
  void contractsHaveTheirDeliveryAndLeadTime() {
    RulePack pack = shipped("iex-tam");
    CalendarDay monday = MarketCalendar.of(pack, LocalDate.of(2026, 11, 30));
    CalendarDay tuesday = MarketCalendar.of(pack, LocalDate.of(2026, 12, 1));
    ContractWindow contingency = window(monday, TermContract.DAY_AHEAD_CONTINGENCY);
    assertEquals(kolkata("2026-11-29T15:00"), contingency.gateOpens());
    assertEquals(kolkata("2026-11-29T23:00"), contingency.gateCloses());
    ContractWindow week = window(monday, TermContract.WEEKLY);
    assertEquals(LocalDate.of(2026, 12, 6), week.lastDay());
    assertEquals(kolkata("2026-11-27T17:00"), week.gateCloses());
    ContractWindow month = window(tuesday, TermContract.MONTHLY);
    assertEquals(LocalDate.of(2026, 12, 31), month.lastDay());
    assertTrue(tuesday.contracts().stream().noneMatch(w -> w.contract() == TermContract.WEEKLY));
    assertTrue(monday.contracts().stream().noneMatch(w -> w.contract() == TermContract.MONTHLY));
  }

  /** Intraday closes three hours before a period, so the first thirteen have no time to trade. */
  @Test
  void aPeriodWhoseGateWouldCloseBeforeItOpensIsNotTraded() {
    CalendarDay day = MarketCalendar.of(shipped("iex-tam"), LocalDate.of(2026, 11, 30));
    List<ContractWindow> intraday =
        day.contracts().stream().filter(w -> w.contract() == TermContract.INTRADAY).toList();
    assertEquals(83, intraday.size());
    assertEquals(14, intraday.get(0).firstBlock());
    assertEquals(kolkata("2026-11-30T00:15"), intraday.get(0).gateCloses());
  }

  @Test
  void aDayBeforeThePackIsNamed() {
    RuleMissingException e =
        assertThrows(
            RuleMissingException.class,
            () -> MarketCalendar.of(shipped("hpx-dam"), LocalDate.of(2022, 7, 5)));
    assertEquals("the rule pack hpx-dam has no time_zone for 2022-07-05", e.getMessage());
  }

  private static ContractWindow window(CalendarDay day, TermContract contract) {
    return day.contracts().stream()
        .filter(window -> window.contract() == contract)
        .findFirst()
        .orElseThrow();
  }
}
