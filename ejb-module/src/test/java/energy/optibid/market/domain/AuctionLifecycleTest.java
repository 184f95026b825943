package energy.optibid.market.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.market.Auction;
import energy.optibid.market.AuctionClock;
import energy.optibid.market.AuctionScope;
import energy.optibid.market.AuctionState;
import energy.optibid.shared.GateClosure;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AuctionLifecycleTest {
  private static final OffsetDateTime OPENS = OffsetDateTime.parse("2025-03-24T08:00:00+01:00");
  private static final OffsetDateTime CLOSES = OffsetDateTime.parse("2025-04-01T12:00:00+02:00");

  enum Step {
    OPEN_GATE(AuctionLifecycle::openGate),
    CLOSE_GATE(AuctionLifecycle::closeGate),
    MARK_CLEARED(auction -> auction.markCleared(UUID.randomUUID())),
    PUBLISH(AuctionLifecycle::publish),
    SETTLE(AuctionLifecycle::settle),
    REVISE(AuctionLifecycle::revise),
    REOPEN(AuctionLifecycle::reopen);

    private final Consumer<AuctionLifecycle> move;

    Step(Consumer<AuctionLifecycle> move) {
      this.move = move;
    }
  }

  /** Written apart from the code: the whole machine, of a sandbox that is held outside. */
  private static final Map<AuctionState, Map<Step, AuctionState>> ALLOWED =
      Map.of(
          AuctionState.SCHEDULED, Map.of(Step.OPEN_GATE, AuctionState.OPEN),
          AuctionState.OPEN, Map.of(Step.CLOSE_GATE, AuctionState.CLOSED),
          AuctionState.CLOSED,
              Map.of(Step.MARK_CLEARED, AuctionState.CLEARED, Step.REOPEN, AuctionState.OPEN),
          AuctionState.CLEARED,
              Map.of(Step.PUBLISH, AuctionState.PUBLISHED, Step.REOPEN, AuctionState.OPEN),
          AuctionState.PUBLISHED,
              Map.of(Step.SETTLE, AuctionState.SETTLED, Step.REOPEN, AuctionState.OPEN),
          AuctionState.SETTLED, Map.of(Step.REVISE, AuctionState.PUBLISHED));

  @Property
  void anySequenceOfStepsFollowsTheTableAndRefusesTheRestByName(
      @ForAll AuctionState start,
      @ForAll AuctionScope scope,
      @ForAll AuctionClock clock,
      @ForAll List<Step> steps) {
    AuctionLifecycle auction = auction(start, scope, clock);
    AuctionState state = start;
    for (Step step : steps) {
      boolean allowedHere =
          (scope == AuctionScope.SANDBOX || step != Step.REOPEN)
              && (clock == AuctionClock.WALL || step != Step.REVISE);
      Optional<AuctionState> next =
          Optional.ofNullable(ALLOWED.getOrDefault(state, Map.of()).get(step))
              .filter(s -> allowedHere);
      if (next.isPresent()) {
        step.move.accept(auction);
        state = next.get();
      } else {
        ProblemException refused =
            assertThrows(ProblemException.class, () -> step.move.accept(auction));
        assertEquals(ProblemCode.ILLEGAL_TRANSITION, refused.code());
        assertTrue(!allowedHere || refused.detail().contains(state.code()), refused.detail());
      }
      assertEquals(state, auction.view().state());
    }
  }

  @Test
  void aLateBid_isToldByHowMuch_andOneInTimeIsInTime() {
    AuctionLifecycle wall = auction(AuctionState.OPEN, AuctionScope.SHARED, AuctionClock.WALL);
    wall.requireOpenGate(CLOSES.toInstant().minusNanos(1));
    ProblemException late = closed(wall, CLOSES.toInstant().plusMillis(3_299));
    assertEquals(
        "The gate of gme-mgp for 2025-04-02 closed 00:00:03.2 ago at 12:00:00 CEST.",
        late.detail());
    assertEquals(new GateClosure(CLOSES, Duration.ofMillis(3_299)), late.gate().orElseThrow());
    ProblemException sharp = closed(wall, CLOSES.toInstant());
    assertTrue(sharp.detail().contains("closed 00:00:00.0 ago"), sharp.detail());
    ProblemException old = closed(wall, CLOSES.toInstant().plus(Duration.ofHours(49)));
    assertTrue(old.detail().contains("closed 2 days 01:00:00.0 ago"), old.detail());
  }

  @Test
  void aGateThatClosedBeforeItsTime_orByHand_hasNoMargin() {
    AuctionLifecycle early =
        auction(AuctionState.CLOSED, AuctionScope.SANDBOX, AuctionClock.ACCELERATED);
    GateClosure gate = closed(early, CLOSES.toInstant().minusSeconds(1)).gate().orElseThrow();
    assertEquals(new GateClosure(CLOSES, null), gate);
    AuctionLifecycle replay =
        auction(AuctionState.CLOSED, AuctionScope.SANDBOX, AuctionClock.REPLAY);
    assertTrue(closed(replay, CLOSES.toInstant()).gate().isEmpty());
    AuctionLifecycle ahead =
        auction(AuctionState.SCHEDULED, AuctionScope.SHARED, AuctionClock.WALL);
    assertTrue(closed(ahead, OPENS.toInstant()).gate().isEmpty());
  }

  private static ProblemException closed(AuctionLifecycle auction, Instant now) {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> auction.requireOpenGate(now));
    assertEquals(ProblemCode.GATE_CLOSED, refused.code());
    return refused;
  }

  @Property
  void bidsAreTakenOnlyWhileTheGateIsOpen(
      @ForAll AuctionState state, @ForAll AuctionClock clock, @ForAll boolean late) {
    AuctionLifecycle auction = auction(state, AuctionScope.SANDBOX, clock);
    Instant now = late ? CLOSES.toInstant() : CLOSES.toInstant().minusNanos(1);
    boolean open = state == AuctionState.OPEN && !(late && clock == AuctionClock.WALL);
    if (open) {
      auction.requireOpenGate(now);
    } else {
      ProblemException refused =
          assertThrows(ProblemException.class, () -> auction.requireOpenGate(now));
      assertEquals(ProblemCode.GATE_CLOSED, refused.code());
    }
  }

  @Property
  void theLatestRunIsTheOneThatClearedItLast(@ForAll Set<Long> runs) {
    AuctionLifecycle auction =
        auction(AuctionState.OPEN, AuctionScope.SANDBOX, AuctionClock.REPLAY);
    for (long number : runs) {
      UUID run = new UUID(number, number);
      auction.closeGate();
      auction.markCleared(run);
      auction.publish();
      assertEquals(run, auction.view().latestRunId());
      auction.reopen();
    }
  }

  @Property
  void aResultFromOutside_clearsOnlyAClosedAuctionThatIsHeldThere(
      @ForAll AuctionState state, @ForAll AuctionClock clock) {
    AuctionLifecycle auction = auction(state, AuctionScope.SANDBOX, clock);
    if (state == AuctionState.CLOSED && clock == AuctionClock.WALL) {
      auction.clearOutside();
      assertEquals(AuctionState.CLEARED, auction.view().state());
      assertNull(auction.view().latestRunId());
    } else {
      ProblemException refused = assertThrows(ProblemException.class, auction::clearOutside);
      assertEquals(ProblemCode.ILLEGAL_TRANSITION, refused.code());
      assertEquals(state, auction.view().state());
    }
  }

  private static AuctionLifecycle auction(
      AuctionState state, AuctionScope scope, AuctionClock clock) {
    return new AuctionLifecycle(
        new Auction(
            UUID.randomUUID(),
            scope == AuctionScope.SHARED ? null : UUID.randomUUID(),
            null,
            "gme-mgp",
            LocalDate.of(2025, 4, 2),
            1,
            scope,
            state,
            clock,
            OPENS,
            CLOSES,
            null,
            null,
            "Europe/Rome",
            "EUR",
            60,
            1,
            24,
            List.of("NORD"),
            null,
            null,
            1));
  }
}
