package energy.optibid.clearing.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.clearing.Award;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.RunComparison;
import energy.optibid.clearing.RunState;
import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.market.AuctionState;
import energy.optibid.market.Auctions;
import energy.optibid.rules.PackArchive;
import energy.optibid.rules.domain.RuleShelf;
import energy.optibid.settlement.Positions;
import energy.optibid.settlement.adapter.SettlementDesk;
import energy.optibid.shared.Caller;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.testing.NoExchangeAwards;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From a bid to its money on a real PostgreSQL with the real migrations and roles. */
class BidToMoneyIT {
  private final ClearingBench bench = new ClearingBench();
  private final Auctions auctions = bench.auctions;
  private final Bidding bidding = bench.bidding;
  private final RunDesk runs = bench.runs;
  private final AwardDesk awards = bench.awards;
  private final SettlementDesk settlement =
      new SettlementDesk(auctions, awards, new NoExchangeAwards(), bench.world.assets());

  @Test
  void aSellAtTheFloorMovesThePriceAndEarnsItToTheCent() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = bench.submitted(auctionId, 24, "-500", "50.5");
    ClearingRun run = bench.act(() -> runs.start(auctionId));
    assertEquals(RunState.QUEUED, run.state());
    assertEquals(AuctionState.CLOSED, bench.act(() -> auctions.require(auctionId)).state());
    bench.work(run);

    ClearingRun done = bench.act(() -> runs.require(run.id()));
    assertEquals(RunState.CLEARED, done.state());
    assertTrue(done.verified());
    assertEquals(1, done.bidsIncluded());
    assertEquals(AuctionState.PUBLISHED, bench.act(() -> auctions.require(auctionId)).state());
    // 100 wanted, 50.5 from us, the rest from the offer at 20
    assertEquals(
        0,
        new BigDecimal("20")
            .compareTo(bench.act(() -> runs.prices(run.id())).get(0).prices().get(0)));

    List<Award> given = bench.act(() -> awards.ofBid(bid.id()));
    assertEquals(24, given.size());
    Positions positions = bench.act(() -> settlement.positions(auctionId));
    // 24 × 50.5 × 20.00
    assertEquals(new BigDecimal("24240.00"), positions.total());
    assertEquals(
        given.stream().map(Award::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
        positions.total());

    // without the bid
    bench.act(() -> runs.reopen(auctionId, bench.act(() -> auctions.require(auctionId)).version()));
    bench.act(() -> bidding.cancel(bid.id(), bench.act(() -> bidding.require(bid.id())).version()));
    ClearingRun second = bench.act(() -> runs.start(auctionId));
    assertEquals(2, second.number());
    bench.work(second);
    RunComparison moved = bench.act(() -> runs.compare(auctionId, run.id(), second.id()));
    assertEquals(0, new BigDecimal("30").compareTo(moved.areas().get(0).difference().get(0)));
    assertEquals(new BigDecimal("0.00"), bench.act(() -> settlement.positions(auctionId)).total());
    assertEquals(
        24, bench.act(() -> awards.ofRun(run.id())).size(), "the first run keeps its awards");
  }

  /** The market's cap falls below an order of a past day, and its tie goes to the lower end. */
  @Test
  void aChangedPackChangesNoPastResult() {
    UUID auctionId = bench.world.openAuction();
    bench.submitted(auctionId, 24, "-500", "10");
    ClearingRun run = bench.act(() -> runs.start(auctionId));
    bench.work(run);
    ClearingRun before = bench.act(() -> runs.require(run.id()));
    RulePack old = bench.packs.pack("gme-mgp");
    assertEquals(old.identity(), before.rulePack());
    assertEquals(PriceDiscovery.EXCHANGE, before.priceSource());
    var prices = bench.act(() -> runs.prices(run.id()));
    var curves = bench.act(() -> runs.curves(run.id(), "NORD", 1));
    var explanations = bench.act(() -> runs.explanations(run.id(), null, null, null, 100)).items();

    String changed =
        old.text()
            .replace("gme-mgp,price_cap,4000", "gme-mgp,price_cap,300")
            .replace("price_interval_rule,midpoint", "price_interval_rule,lowest");
    RulePack newer =
        RulePack.read(
            "gme-mgp.csv", new ByteArrayInputStream(changed.getBytes(StandardCharsets.UTF_8)));
    RunDesk later = bench.runs(new RuleShelf(Map.of("gme-mgp", newer), Map.of()));

    assertEquals(before, bench.act(() -> later.require(run.id())));
    assertEquals(prices, bench.act(() -> later.prices(run.id())));
    assertEquals(curves, bench.act(() -> later.curves(run.id(), "NORD", 1)));
    assertEquals(
        explanations, bench.act(() -> later.explanations(run.id(), null, null, null, 100)).items());
    PackArchive afterARestart = bench.newArchive();
    assertEquals(old.rules(), bench.act(() -> afterARestart.require(old.identity())).rules());
    assertThrows(
        ProblemException.class, () -> bench.act(() -> afterARestart.require(newer.identity())));
  }

  @Test
  void aJobThatIsRunAgainPublishesOnce() {
    UUID auctionId = bench.world.openAuction();
    BidView bid = bench.submitted(auctionId, 24, "-500", "10");
    ClearingRun run = bench.act(() -> runs.start(auctionId));
    bench.work(run);
    bench.work(run);
    assertEquals(24, bench.act(() -> awards.ofBid(bid.id())).size());
    assertEquals(1, bench.prices.publications().size());
    assertEquals(1, bench.act(() -> runs.list(auctionId, null, 50)).items().size());
  }

  @Test
  void aRunUnderWayIsNotDoubled() {
    UUID auctionId = bench.world.openAuction();
    ClearingRun run = bench.act(() -> runs.start(auctionId));
    ProblemException refused =
        assertThrows(ProblemException.class, () -> bench.act(() -> runs.start(auctionId)));
    assertEquals(ProblemCode.CONFLICT, refused.code());

    bench.act(() -> bench.jobs.cancel(Objects.requireNonNull(run.jobId())));
    assertEquals(RunState.CANCELLED, bench.act(() -> runs.require(run.id())).state());
    assertEquals(AuctionState.OPEN, bench.act(() -> auctions.require(auctionId)).state());
    assertEquals(2, bench.act(() -> runs.start(auctionId)).number());
  }

  @Test
  void versionsAndAwardsCannotBeRewritten() {
    UUID auctionId = bench.world.openAuction();
    bench.submitted(auctionId, 1, "10", "5");
    for (String change :
        List.of(
            "update bid_version set area_code = 'SUD'",
            "delete from bid_version",
            "delete from submission",
            "update rule_pack set content = ''",
            "delete from rule_pack",
            "update award set amount = 0",
            "delete from award")) {
      DatabaseException refused =
          assertThrows(DatabaseException.class, () -> bench.act(() -> execute(change)), change);
      assertEquals("42501", refused.sqlState(), change);
    }
  }

  @Test
  void anotherOrganisationSeesNoRowEvenWithoutAWhere() {
    UUID auctionId = bench.world.openAuction();
    bench.submitted(auctionId, 24, "-500", "10");
    ClearingRun run = bench.act(() -> runs.start(auctionId));
    bench.work(run);
    Caller rival = bench.rival();
    for (String table :
        List.of("bid", "bid_version", "submission", "clearing_run", "clearing_area", "award")) {
      assertTrue(bench.rows(bench.world.caller(), table) > 0, table);
      assertEquals(0, bench.rows(rival, table), table);
    }
  }

  private int execute(String sql) {
    return bench.transactions.withConnection(connection -> Sql.change(connection, sql));
  }
}
