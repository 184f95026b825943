package energy.optibid.exchange.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.exchange.ClockMode;
import energy.optibid.exchange.EventKind;
import energy.optibid.market.Auction;
import energy.optibid.rules.Rules;
import energy.optibid.rules.adapter.ClassPathRulePacks;
import energy.optibid.shared.Ids;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MarketClockTest {
  private static final Instant MORNING = Instant.parse("2026-09-15T04:00:00Z");
  private static final Instant WALL = Instant.parse("2026-11-23T08:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 9, 16);

  @Test
  void aRunningClockGoesAsFastAsItIsSet() {
    MarketClock clock = new MarketClock(ClockMode.RUNNING, 120, MORNING, WALL);
    assertEquals(MORNING.plus(Duration.ofHours(2)), clock.now(WALL.plusSeconds(60)));
    assertEquals(WALL.plusSeconds(60), clock.wallOf(MORNING.plus(Duration.ofHours(2))));
  }

  @Test
  void aPausedClockStandsStillAndNeverComesToAnything() {
    MarketClock clock = new MarketClock(ClockMode.PAUSED, 60, MORNING, WALL);
    assertEquals(MORNING, clock.now(WALL.plusSeconds(3600)));
    assertEquals(Instant.MAX, clock.wallOf(MORNING.plusSeconds(1)));
  }

  @Test
  void theWallClockCannotBeSet() {
    MarketClock clock = new MarketClock(ClockMode.WALL, 1, WALL, WALL);
    assertEquals(WALL.plusSeconds(5), clock.at(MORNING, WALL).now(WALL.plusSeconds(5)));
  }

  @Test
  void aSandboxNeverPassesUnfinishedWork() {
    ExchangeState sandbox =
        exchange(Ids.next(), new MarketClock(ClockMode.RUNNING, 120, MORNING, WALL));
    Instant gate = MORNING.plus(Duration.ofHours(1));
    Instant later = WALL.plusSeconds(600);
    assertEquals(gate, sandbox.shows(later, gate));
    assertEquals(MORNING.plus(Duration.ofHours(20)), sandbox.shows(later, null));
    ExchangeState shared = exchange(null, new MarketClock(ClockMode.WALL, 1, WALL, WALL));
    assertEquals(later, shared.shows(later, gate), "nobody stops the wall clock");
    assertEquals(
        ProblemCode.FORBIDDEN,
        assertThrows(ProblemException.class, shared::requireOwnClock).code());
  }

  @Test
  void aDayHasFiftyOneAuctionsWhoseEventsFollowThePacks() {
    ExchangeState shared = exchange(null, new MarketClock(ClockMode.WALL, 1, WALL, WALL));
    Rules rules = new ClassPathRulePacks().rules();
    DayPlan plan = DayPlan.of(shared, DAY, rules);
    assertEquals(3 + 48, plan.auctions().size());
    for (Auction auction : plan.auctions()) {
      AuctionRules pack = rules.forDay(auction.marketCode(), DAY);
      List<PlannedEvent> events =
          plan.events().stream().filter(event -> auction.id().equals(event.auctionId())).toList();
      assertEquals(
          auction.gateClosesAt().toInstant(), due(events, EventKind.CLOSE), auction.marketCode());
      assertEquals(
          pack.sessions().get(auction.session() - 1).publishes(), due(events, EventKind.PUBLISH));
    }
    Auction last =
        plan.auctions().stream().filter(a -> a.session() == 48).findFirst().orElseThrow();
    assertEquals(95, last.firstBlock());
    assertEquals(2, last.blockCount());
    assertEquals(Instant.parse("2026-09-16T17:00:00Z"), last.gateClosesAt().toInstant());
  }

  private static Instant due(List<PlannedEvent> events, EventKind kind) {
    return events.stream()
        .filter(event -> event.kind() == kind)
        .findFirst()
        .map(PlannedEvent::dueAt)
        .orElseThrow();
  }

  private static ExchangeState exchange(@Nullable UUID owner, MarketClock clock) {
    return new ExchangeState(
        Ids.next(),
        owner,
        "Exchange",
        1,
        DAY,
        DAY.minusDays(1),
        clock,
        0,
        0,
        null,
        null,
        WALL.atOffset(ZoneOffset.UTC),
        1);
  }
}
