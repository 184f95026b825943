package energy.optibid.gateway.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidStanding;
import energy.optibid.bidding.BidStandings;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.adapter.StoredBidStandings;
import energy.optibid.clearing.Awards;
import energy.optibid.gateway.AwaitedResult;
import energy.optibid.gateway.ConnectionFault;
import energy.optibid.gateway.DeliveryAward;
import energy.optibid.gateway.ExchangeConnection;
import energy.optibid.gateway.domain.ResultFile;
import energy.optibid.gateway.domain.UnreadableFile;
import energy.optibid.settlement.Positions;
import energy.optibid.settlement.adapter.SettlementDesk;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SandboxWorld;
import energy.optibid.testing.Tenants;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An auction held outside from its gate to its final result. */
class OutsideLifeIT {
  private static final int PATIENCE_MILLIS = 2_000;
  private static final LocalDate DAY = SandboxWorld.DAY;

  private final GatewayBench bench = new GatewayBench();
  private final StubExchange exchange = new StubExchange();
  private final MessageSender sender = bench.sender(links -> links);
  private final ExchangeConnection connection = bench.connect(exchange, PATIENCE_MILLIS);

  @AfterEach
  void close() {
    exchange.close();
  }

  @Test
  void aProvisionalResultClears_aFinalOnePublishes_andNothingMovesBack() {
    UUID auction = bench.auction();
    String order = held(auction, 1, "5");
    bench.until(GatewayBench.GATE_CLOSES);
    note(1, order + ",,1,4,61.20,provisional\n");
    assertEquals("cleared", bench.auctionState(auction));
    assertEquals(1, bench.events("auction.cleared").size());
    assertTrue(
        bench.events("auction.cleared").get(0).contains("\"cleared\""),
        bench.events("auction.cleared").toString());
    assertEquals(List.of(), bench.events("auction.published"));
    assertEquals(1, awaited().size());

    note(2, order + ",,1,4,61.20,final\n");
    assertEquals("published", bench.auctionState(auction));
    assertEquals(1, bench.events("auction.published").size());
    assertEquals(List.of(), awaited());

    note(3, order + ",,1,2.5,61.20,curtailed\n");
    note(4, order + ",,1,2.5,61.20,provisional\n");
    assertEquals("published", bench.auctionState(auction));
    assertEquals(1, bench.events("auction.cleared").size());
    assertEquals(1, bench.events("auction.published").size());
    assertEquals(2, audited(auction));
    assertEquals(List.of(), faults());
  }

  @Test
  void whatIsSettled_staysSo_untilItsExchangeAwardsOtherwise_andPeopleSeeIt() {
    UUID auction = bench.auction();
    String order = held(auction, 1, "5");
    bench.until(GatewayBench.GATE_CLOSES);
    note(1, order + ",,1,4,61.20,final\n");
    bench.settle(auction);
    assertEquals(1, bench.events("auction.settled").size());
    bench.clock.advance(Duration.ofHours(1));
    note(2, order + ",,1,4.00,61.2,final\n");
    assertEquals("settled", bench.auctionState(auction), "it repeats what was told");
    assertEquals(List.of(), faults());

    bench.clock.advance(Duration.ofHours(1));
    note(3, order + ",,1,2.5,61.20,curtailed\n");
    assertEquals("published", bench.auctionState(auction));
    assertEquals(1, bench.events("auction.revised").size());
    assertTrue(
        bench.events("auction.revised").get(0).contains("\"published\""),
        bench.events("auction.revised").toString());
    assertEquals(List.of("revised_after_settlement"), faults());
    assertEquals(
        1,
        bench.count(
            "select count(*) from audit_entry where subject_id = ? and action = 'auction.revised'",
            auction));
    bench.settle(auction);
    assertEquals("settled", bench.auctionState(auction));
  }

  @Test
  void aFinalResultAtOnce_takesBothSteps() {
    UUID auction = bench.auction();
    String order = held(auction, 1, "5");
    bench.until(GatewayBench.GATE_CLOSES);
    note(1, order + ",,1,0,61.20,final\n");
    assertEquals("published", bench.auctionState(auction));
    assertEquals(1, bench.events("auction.closed").size());
    assertEquals(1, bench.events("auction.cleared").size());
    assertEquals(1, bench.events("auction.published").size());
  }

  @Test
  void beforeTheGateCloses_nothingIsAwarded_andPeopleSeeIt() {
    UUID auction = bench.auction();
    String order = held(auction, 1, "5");
    bench.until(GatewayBench.GATE_CLOSES.minusMillis(1));
    note(1, order + ",,1,4,61.20,final\n");
    assertEquals("open", bench.auctionState(auction));
    assertEquals(List.of(), bench.act(() -> bench.results.ofAuction(auction)));
    assertEquals(List.of("before_gate"), faults());
  }

  @Test
  void ofSeveralAuctionsADay_onlyThoseWhoseBlocksItSpeaksOfMove() {
    UUID morning = bench.auction(1, 1, 12, GatewayBench.GATE_CLOSES);
    UUID evening = bench.auction(2, 13, 12, GatewayBench.GATE_CLOSES.plus(Duration.ofHours(2)));
    String first = held(morning, 1, "5");
    String second = held(evening, 13, "6");
    bench.until(GatewayBench.GATE_CLOSES.plus(Duration.ofHours(1)));
    note(1, first + ",,1,5,61.20,final\n");
    assertEquals("published", bench.auctionState(morning));
    assertEquals("open", bench.auctionState(evening));
    assertEquals(List.of(), faults());

    bench.clock.advance(Duration.ofHours(1));
    note(2, first + ",,1,5,61.20,final\n" + second + ",,13,6,61.20,provisional\n");
    assertEquals("published", bench.auctionState(morning));
    assertEquals("cleared", bench.auctionState(evening));
    assertEquals(List.of(), faults());
  }

  @Test
  void whileAnOrderHasNoWord_theAuctionHasNoResult() {
    UUID auction = bench.auction();
    String told = held(auction, 1, "5");
    String untold = held(auction, 2, "6");
    bench.until(GatewayBench.GATE_CLOSES);
    note(1, told + ",,1,5,61.20,final\n");
    assertEquals("open", bench.auctionState(auction));
    assertEquals(List.of("missing_blocks"), faults());
    note(2, told + ",,1,5,61.20,final\n" + untold + ",,2,7,61.20,final\n");
    assertEquals("open", bench.auctionState(auction), "more than was offered");
    note(3, told + ",,1,5,61.20,final\n" + untold + ",,2,6,61.20,final\n");
    assertEquals("published", bench.auctionState(auction));
  }

  @Test
  void awardsOfASpan_areTheLatestOfEach_withTheirOrder() {
    UUID auction = bench.auction();
    String order = held(auction, 1, "5");
    String other = held(auction, 2, "6");
    bench.until(GatewayBench.GATE_CLOSES);
    note(1, order + ",,1,4,61.20,final\n" + other + ",,2,6,70,final\n");
    note(2, order + ",,1,2.5,61.20,curtailed\n" + other + ",,2,6,70,final\n");
    List<DeliveryAward> awards = bench.act(() -> bench.results.ofDays(DAY, DAY));
    assertEquals(List.of(order, other), awards.stream().map(DeliveryAward::reference).toList());
    assertEquals(2, awards.get(0).award().revision());
    assertEquals(0, new BigDecimal("-2.5").compareTo(awards.get(0).award().boughtMwh()));
    assertEquals(new BigDecimal("153.00"), awards.get(0).award().amount());
    assertEquals(
        List.of(), bench.act(() -> bench.results.ofDays(DAY.plusDays(1), DAY.plusDays(9))));
  }

  @Test
  void thePositionOfAnAuctionHeldOutside_isWhatItsExchangeAwarded() {
    UUID auction = bench.auction();
    String order = held(auction, 1, "5");
    bench.until(GatewayBench.GATE_CLOSES);
    note(1, order + ",,1,2.5,61.20,final\n");
    Awards ofRuns =
        (Awards)
            Proxy.newProxyInstance(
                Awards.class.getClassLoader(),
                new Class<?>[] {Awards.class},
                (proxy, method, arguments) -> {
                  throw new AssertionError("nothing is cleared here");
                });
    SettlementDesk desk =
        new SettlementDesk(bench.world.auctions(), ofRuns, bench.results, bench.world.assets());
    Positions positions = bench.act(() -> desk.positions(auction));
    assertEquals(new BigDecimal("153.00"), positions.total());
    assertEquals(
        0, new BigDecimal("-2.5").compareTo(positions.assets().get(0).blocks().get(0).energyMwh()));
  }

  @Test
  void bidsAreCountedByHowTheyStand() {
    UUID auction = bench.auction();
    UUID other = bench.auction(2, 13, 12, GatewayBench.GATE_CLOSES);
    BidStandings standings = new StoredBidStandings(bench.transactions);
    assertEquals(Map.of(), bench.act(() -> standings.of(List.of(auction, other))));
    held(auction, 1, "5");
    BidView queued = bench.submitted(auction, 2, "6");
    assertEquals(
        Map.of(auction, new BidStanding(2, 0, 1, 0, 0, 1)),
        bench.act(() -> standings.of(List.of(auction, other))));
    // asked back, it is the exchange's until that says so
    bench.drain(sender);
    BidView sent = bench.seen(queued.id());
    BidView ignored = bench.act(() -> bench.bidding.cancel(sent.id(), sent.version()));
    assertEquals(
        Map.of(auction, new BidStanding(2, 0, 1, 0, 0, 1)),
        bench.act(() -> standings.of(List.of(auction, other))));
    bench.drain(sender);
    assertEquals(
        Map.of(auction, new BidStanding(1, 0, 0, 0, 0, 1)),
        bench.act(() -> standings.of(List.of(auction, other))));
    assertEquals(
        Map.of(),
        bench.transactions.callAs(
            Tenants.create(PostgresServer.shared()), () -> standings.of(List.of(auction))));
  }

  private String held(UUID auction, int block, String megawatts) {
    BidView bid = bench.submitted(auction, block, megawatts);
    bench.drain(sender);
    return bench.reference(bid);
  }

  private void note(int revision, String lines) {
    try {
      ResultFile result =
          ResultFile.read(
              "gme-mgp_20250402_" + revision + ".result.csv",
              "reference,block_order,block,awarded_mw,price,status\n" + lines);
      assertTrue(bench.act(() -> bench.results.note(connection.id(), "a test", result)));
    } catch (UnreadableFile e) {
      throw new AssertionError(e);
    }
  }

  private List<AwaitedResult> awaited() {
    return bench.act(() -> bench.results.awaited(DAY, DAY));
  }

  private long audited(UUID auction) {
    return bench.count(
        "select count(*) from audit_entry where subject_id = ?"
            + " and action in ('auction.cleared', 'auction.published')",
        auction);
  }

  /** Codes of what people have to look at, newest first. */
  private List<String> faults() {
    return bench.act(() -> bench.desk.faults(connection.id(), null, 10)).items().stream()
        .map(ConnectionFault::code)
        .toList();
  }
}
