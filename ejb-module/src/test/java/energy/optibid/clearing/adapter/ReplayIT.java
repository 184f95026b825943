package energy.optibid.clearing.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.BidView;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.Replay;
import energy.optibid.clearing.ReplayOutcome;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.clearing.ReplayRequest.Change;
import energy.optibid.clearing.ReplayRequest.Sweep;
import energy.optibid.clearing.ReplayRequest.SweepParameter;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionClock;
import energy.optibid.market.AuctionScope;
import energy.optibid.market.AuctionState;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Replays of an imported day on a real PostgreSQL. NORD buys 100 MW in each of 24 hours and is
 * offered 60 at 20.00 and 60 at 50.00 besides the own bid.
 */
class ReplayIT {
  private final ClearingBench bench = new ClearingBench();
  private final ReplayDesk desk = bench.replays;

  private static BidBlock block(int number, String... pricesAndMegawatts) {
    List<BidPoint> points = new ArrayList<>();
    for (int i = 0; i < pricesAndMegawatts.length; i += 2) {
      points.add(
          new BidPoint(
              new BigDecimal(pricesAndMegawatts[i]), new BigDecimal(pricesAndMegawatts[i + 1])));
    }
    return new BidBlock(number, points);
  }

  private static Change change(UUID bidId, BidBlock... blocks) {
    return new Change(bidId, null, null, null, List.of(blocks));
  }

  private static ReplayRequest request(Change... changes) {
    return new ReplayRequest(List.of(changes), null);
  }

  @Test
  void withholdingInOneHour_raisesItsPriceAndTheRevenue() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = bench.submitted(auctionId, 24, "10", "50");
    ClearingRun run = bench.cleared(auctionId);
    Replay replay =
        bench.act(() -> desk.replay(auctionId, request(change(bid.id(), block(20, "10", "30")))));

    ReplayOutcome outcome = replay.outcome();
    assertEquals(run.id(), replay.runId());
    assertEquals(new BigDecimal("20.00"), price(outcome.areas().get(0).before(), 20));
    assertEquals(new BigDecimal("50.00"), price(outcome.areas().get(0).after(), 20));
    assertEquals(new BigDecimal("20.00"), price(outcome.areas().get(0).after(), 19));
    // without the bid the offer at 50 is needed in every hour
    assertEquals(new BigDecimal("50.00"), price(outcome.areas().get(0).without(), 19));
    assertEquals(new BigDecimal("24000.00"), outcome.revenueBefore());
    assertEquals(new BigDecimal("24500.00"), outcome.revenueAfter());
    assertEquals(new BigDecimal("30"), price(outcome.bids().get(0).acceptedAfter(), 20));
    assertEquals(new BigDecimal("0.00"), outcome.publishedGap());
    assertEquals(replay, bench.act(() -> desk.require(auctionId, replay.id())));
    assertEquals(
        List.of(replay.id()),
        bench.act(() -> desk.list(auctionId, null, 10)).items().stream().map(r -> r.id()).toList());
  }

  private static BigDecimal price(List<BigDecimal> series, int block) {
    return series.get(block - 1);
  }

  @Test
  void aBidThatWasNeverMade_isAddedToTheDay() {
    UUID auctionId = bench.world.openAuction();
    bench.cleared(auctionId);
    Replay replay =
        bench.act(
            () ->
                desk.replay(
                    auctionId,
                    request(
                        new Change(
                            null, "NORD", BidSide.SELL, null, List.of(block(1, "5", "45"))))));
    ReplayOutcome outcome = replay.outcome();
    assertEquals(new BigDecimal("50.00"), price(outcome.areas().get(0).before(), 1));
    assertEquals(new BigDecimal("20.00"), price(outcome.areas().get(0).after(), 1));
    assertEquals(new BigDecimal("900.00"), outcome.revenueAfter());
    assertEquals(replay, bench.act(() -> desk.require(auctionId, replay.id())));
  }

  @Test
  void aReopenedDay_isReplayedAsItWasCleared() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = bench.submitted(auctionId, 24, "10", "50");
    bench.cleared(auctionId);
    bench.act(() -> bench.auctions.reopen(auctionId));
    bench.act(() -> bench.bidding.cancel(bid.id(), bid.version()));
    Change withdrawn = new Change(bid.id(), null, null, true, List.of());
    ReplayOutcome outcome = bench.act(() -> desk.replay(auctionId, request(withdrawn))).outcome();
    assertEquals(new BigDecimal("24000.00"), outcome.revenueBefore());
    assertEquals(new BigDecimal("0.00"), outcome.revenueAfter());
    assertEquals(outcome.areas().get(0).without(), outcome.areas().get(0).after());
  }

  @Test
  void everyFault_isNamedAtOnce() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = bench.submitted(auctionId, 24, "10", "50");
    bench.cleared(auctionId);
    ReplayRequest request =
        new ReplayRequest(
            List.of(
                change(bid.id(), block(1, "9999", "1", "9998", "0.5"), block(25, "1", "1")),
                change(bid.id()),
                new Change(bid.id(), "SUD", BidSide.BUY, true, List.of(block(1))),
                change(new UUID(0, 9), block(1, "1", "1")),
                new Change(null, null, null, null, List.of(block(1))),
                new Change(null, "NOWHERE", BidSide.BUY, true, List.of(block(1, "5", "1")))),
            new Sweep(
                9,
                SweepParameter.PRICE,
                new BigDecimal("-9999"),
                new BigDecimal("0.00001"),
                new BigDecimal("0.0001")));
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> bench.act(() -> desk.replay(auctionId, request)));
    assertEquals(ProblemCode.VALIDATION_FAILED, refused.code());
    List<String> named =
        refused.faults().stream().map(fault -> fault.field() + " " + fault.code()).toList();
    for (String expected :
        List.of(
            "/changes/0/blocks/0/points/0/price price_limit",
            "/changes/0/blocks/0/points/1/price monotone",
            "/changes/0/blocks/0/points/1/quantity monotone",
            "/changes/0/blocks/1/block unknown_block",
            "/changes/1/bidId duplicate_bid",
            "/changes/2/areaCode area",
            "/changes/2/side side",
            "/changes/2/blocks withdraw",
            "/changes/3/bidId unknown_bid",
            "/changes/4/areaCode required",
            "/changes/4/side required",
            "/changes/4/blocks/0/points required",
            "/changes/5/areaCode area",
            "/changes/5/withdraw unknown_bid",
            "/sweep/change unknown_change",
            "/sweep/from price_limit",
            "/sweep/to multiple",
            "/sweep/step too_many_points")) {
      assertTrue(named.contains(expected), expected + " is missing in " + named);
    }
    assertEquals(named.size(), named.stream().distinct().count(), named.toString());
    assertTrue(refused.faults().stream().map(Fault::message).noneMatch(String::isBlank));
  }

  @Test
  void aDayThatNeverCleared_isNotReplayed() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = bench.submitted(auctionId, 24, "10", "50");
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> bench.act(() -> desk.replay(auctionId, request(change(bid.id())))));
    assertEquals(ProblemCode.ILLEGAL_TRANSITION, refused.code());
  }

  @Test
  void aSharedAuction_isReplayedOnlyAfterPublication() {
    UUID run = new UUID(1, 1);
    for (AuctionState state : AuctionState.values()) {
      boolean published = state == AuctionState.PUBLISHED || state == AuctionState.SETTLED;
      Auction shared = auction(AuctionScope.SHARED, state, run);
      if (published) {
        assertEquals(run, ReplayDesk.requireResult(shared));
      } else {
        ProblemException refused =
            assertThrows(ProblemException.class, () -> ReplayDesk.requireResult(shared));
        assertEquals(ProblemCode.ILLEGAL_TRANSITION, refused.code());
      }
      assertEquals(run, ReplayDesk.requireResult(auction(AuctionScope.SANDBOX, state, run)));
    }
  }

  private static Auction auction(AuctionScope scope, AuctionState state, UUID run) {
    OffsetDateTime opens = OffsetDateTime.parse("2025-03-24T06:00:00Z");
    return new Auction(
        new UUID(2, 2),
        null,
        null,
        "sim-dam",
        LocalDate.parse("2025-04-02"),
        1,
        scope,
        state,
        AuctionClock.WALL,
        opens,
        opens.plusDays(1),
        null,
        null,
        "Asia/Kolkata",
        "INR",
        15,
        1,
        96,
        List.of("N1"),
        null,
        run,
        1);
  }

  @Test
  void anotherOrganisation_seesNoReplay() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = bench.submitted(auctionId, 24, "10", "50");
    bench.cleared(auctionId);
    Replay replay = bench.act(() -> desk.replay(auctionId, request(change(bid.id()))));
    Caller rival = bench.rival();
    for (Supplier<Object> call :
        List.<Supplier<Object>>of(
            () -> desk.require(auctionId, replay.id()),
            () -> desk.list(auctionId, null, 10),
            () -> desk.replay(auctionId, request(change(bid.id()))))) {
      ProblemException unknown =
          assertThrows(ProblemException.class, () -> bench.transactions.callAs(rival, call));
      assertEquals(ProblemCode.NOT_FOUND, unknown.code());
    }
    for (String table : List.of("replay", "replay_area", "replay_bid")) {
      assertTrue(bench.rows(bench.world.caller(), table) > 0, table);
      assertEquals(0, bench.rows(rival, table), table);
    }
  }
}
