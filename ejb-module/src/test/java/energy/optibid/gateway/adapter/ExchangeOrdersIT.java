package energy.optibid.gateway.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidView;
import energy.optibid.gateway.ConnectionKind;
import energy.optibid.gateway.ConnectionTest;
import energy.optibid.gateway.ExchangeConnection;
import energy.optibid.gateway.ExchangeConnection.Circuit;
import energy.optibid.gateway.ExchangeConnectionInput;
import energy.optibid.gateway.adapter.StubExchange.Behaviour;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bids on their way to an exchange over HTTP and back, one misbehaviour at a time. */
class ExchangeOrdersIT {
  /** More than a busy machine takes to answer itself. */
  private static final int PATIENCE_MILLIS = 2_000;

  private final GatewayBench bench = new GatewayBench();
  private final StubExchange exchange = new StubExchange();
  private final MessageSender sender = bench.sender(links -> links);

  @AfterEach
  void close() {
    exchange.close();
  }

  @Test
  void withoutAConnection_orderIsRefused_besideItsOtherFaults() {
    UUID auction = bench.auction();
    BidView bid = bench.act(() -> bench.bidding.create(bench.sell(auction, "5")));
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> bench.act(() -> bench.bidding.submit(bid.id(), bid.version())));
    assertEquals(List.of("no_connection"), refused.faults().stream().map(Fault::code).toList());
    assertEquals("draft", bench.seen(bid.id()).state());
    assertEquals(0, bench.waiting());
  }

  @Test
  void anOrder_isTold_acknowledged_replacedAndGivenBack() {
    bench.connect(exchange, PATIENCE_MILLIS);
    UUID auction = bench.auction();
    BidView first = bench.submitted(auction, "5");
    assertEquals("queued", bench.state(first.id()));
    assertEquals(1, bench.events("submission.queued").size());
    bench.drain(sender);
    assertEquals("acknowledged", bench.state(first.id()));
    String reference = bench.reference(first);
    assertEquals(Set.of(reference), exchange.held());

    BidView seen = bench.seen(first.id());
    BidView amended =
        bench.act(() -> bench.bidding.amend(seen.id(), seen.version(), bench.sell(auction, "7")));
    BidView second = bench.act(() -> bench.bidding.submit(amended.id(), amended.version()));
    bench.drain(sender);
    assertEquals(Set.of(bench.reference(second)), exchange.held());
    assertEquals(1, exchange.effects("replaced " + reference));

    BidView held = bench.seen(first.id());
    BidView asked = bench.act(() -> bench.bidding.cancel(held.id(), held.version()));
    assertEquals("withdrawn", asked.state());
    assertEquals("withdraw_requested", bench.state(first.id()));
    bench.drain(sender);
    assertEquals("withdrawn", bench.state(first.id()));
    assertEquals(Set.of(), exchange.held());
  }

  @Test
  void refusal_comesInTheExchangesWords_withItsEvent_andMayGoAgain() {
    bench.connect(exchange, PATIENCE_MILLIS);
    exchange.behave(request -> Behaviour.REFUSES);
    BidView bid = bench.submitted(bench.auction(), "5");
    bench.drain(sender);
    BidView refused = bench.seen(bid.id());
    assertEquals("refused", bench.state(bid.id()));
    String event = bench.events("bid.refused").get(0);
    assertTrue(event.contains("The margin is too small."), event);
    assertTrue(event.contains(bench.world.assetId().toString()), event);

    exchange.behave(request -> Behaviour.PROPER);
    BidView again = bench.act(() -> bench.bidding.submit(refused.id(), refused.version()));
    bench.drain(sender);
    assertEquals("acknowledged", bench.state(bid.id()));
    assertFalse(bench.reference(again).equals(bench.reference(bid)), "another order");
  }

  @Test
  void withoutAnAnswer_itIsInDoubt_untilTheExchangeWasAsked() {
    bench.connect(exchange, PATIENCE_MILLIS);
    exchange.behave(request -> request.startsWith("PUT") ? Behaviour.SLOW : Behaviour.FAILS_BEFORE);
    BidView bid = bench.submitted(bench.auction(), "5");
    assertTrue(sender.next());
    assertEquals("in_doubt", bench.state(bid.id()));
    assertEquals(1, bench.act(() -> bench.desk.list(null, 10)).items().get(0).state().inDoubt());

    exchange.behave(request -> Behaviour.PROPER);
    bench.drain(sender);
    assertEquals("acknowledged", bench.state(bid.id()));
    assertEquals(1, exchange.effects("held " + bench.reference(bid)));
  }

  /** Were it taken back instead of barred, what it replaced would be lost as well. */
  @Test
  void anOrderThatArrivesAfterTheQuestion_staysThere() {
    bench.connect(
        new ExchangeConnectionInput(
            "gme",
            ConnectionKind.HTTP,
            true,
            "M1",
            null,
            exchange.url(),
            StubExchange.SECRET,
            PATIENCE_MILLIS,
            1));
    UUID auction = bench.auction();
    BidView first = bench.submitted(auction, "5");
    bench.drain(sender);
    BidView seen = bench.seen(first.id());
    BidView amended =
        bench.act(() -> bench.bidding.amend(seen.id(), seen.version(), bench.sell(auction, "7")));
    exchange.behave(request -> request.startsWith("PUT") ? Behaviour.ACTS_LATE : Behaviour.PROPER);
    BidView second = bench.act(() -> bench.bidding.submit(amended.id(), amended.version()));
    bench.drain(sender);
    assertEquals(Set.of(bench.reference(second)), exchange.held());
    assertEquals(exchange.held(), bench.acknowledged(auction));
  }

  @Test
  void anExchangeThatIsSilent_isLeftAlone_andAskedByOneProbe() {
    ExchangeConnection connection = bench.connect(exchange, PATIENCE_MILLIS);
    exchange.behave(request -> Behaviour.FAILS_BEFORE);
    UUID auction = bench.auction();
    for (int i = 0; i < 6; i++) {
      bench.submitted(auction, "1");
    }
    int told = 0;
    while (sender.next()) {
      told++;
    }
    assertEquals(5, told);
    assertEquals(
        Circuit.OPEN, bench.act(() -> bench.desk.require(connection.id())).state().circuit());
    bench.clock.advance(Duration.ofSeconds(6));
    assertEquals(
        Circuit.HALF_OPEN, bench.act(() -> bench.desk.require(connection.id())).state().circuit());
    assertTrue(sender.next());
    assertFalse(sender.next(), "one probe");
    exchange.behave(request -> Behaviour.PROPER);
    bench.drain(sender);
    assertEquals(6, exchange.held().size());
    assertEquals(
        Circuit.CLOSED, bench.act(() -> bench.desk.require(connection.id())).state().circuit());
  }

  @Test
  void whatDidNotLeaveBeforeTheGate_isRefused_andWhatTheExchangeKeeps_staysThere() {
    bench.connect(exchange, PATIENCE_MILLIS);
    UUID auction = bench.auction();
    BidView held = bench.submitted(auction, "5");
    bench.drain(sender);
    BidView waiting = bench.submitted(auction, "6");
    BidView seen = bench.seen(held.id());
    bench.act(() -> bench.bidding.cancel(seen.id(), seen.version()));
    bench.clock.advance(Duration.between(bench.clock.instant(), GatewayBench.GATE_CLOSES));
    exchange.closeGate();
    bench.drain(sender);
    assertEquals("refused", bench.state(waiting.id()));
    assertEquals("acknowledged", bench.state(held.id()));
    assertEquals(Set.of(bench.reference(held)), exchange.held());
  }

  @Test
  void aConnection_isTested_andASecretThatIsWrong_isToldApart() {
    ExchangeConnection connection = bench.connect(exchange, PATIENCE_MILLIS);
    assertTrue(onTheWire(connection).startsWith("true"));
    ExchangeConnection changed =
        bench.act(
            () ->
                bench.desk.replace(
                    connection.id(),
                    connection.version(),
                    new ExchangeConnectionInput(
                        "gme",
                        ConnectionKind.HTTP,
                        true,
                        "M1",
                        null,
                        exchange.url(),
                        "another secret altogether",
                        PATIENCE_MILLIS,
                        5)));
    assertEquals("false The exchange refused: The signature is wrong.", onTheWire(changed));
  }

  private String onTheWire(ExchangeConnection connection) {
    try {
      ConnectionTest test =
          Tenancy.callAs(bench.world.caller(), () -> bench.desk.test(connection.id()));
      return test.passed() + " " + test.message();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aConnectionWithOrdersOut_leadsNowhereElse_andIsNotDeleted() {
    ExchangeConnection connection = bench.connect(exchange, PATIENCE_MILLIS);
    BidView bid = bench.submitted(bench.auction(), "5");
    ExchangeConnectionInput practice =
        new ExchangeConnectionInput(
            "gme", ConnectionKind.SIMULATED, true, null, null, null, null, null, null);
    ProblemException moved =
        assertThrows(
            ProblemException.class,
            () ->
                bench.act(
                    () -> bench.desk.replace(connection.id(), connection.version(), practice)));
    assertEquals(ProblemCode.CONFLICT, moved.code());
    assertThrows(
        ProblemException.class,
        () ->
            bench.transactions.runAs(
                bench.world.caller(),
                () -> bench.desk.delete(connection.id(), connection.version())));
    bench.drain(sender);
    BidView held = bench.seen(bid.id());
    bench.act(() -> bench.bidding.cancel(held.id(), held.version()));
    bench.drain(sender);
    ExchangeConnection elsewhere =
        bench.act(() -> bench.desk.replace(connection.id(), connection.version(), practice));
    assertEquals(ConnectionKind.SIMULATED, elsewhere.kind());
  }

  @Test
  void aPracticeConnection_acknowledgesHere() {
    bench.connect(
        new ExchangeConnectionInput(
            "gme", ConnectionKind.SIMULATED, true, null, null, null, null, null, null));
    BidView bid = bench.submitted(bench.auction(), "5");
    assertEquals("acknowledged", bench.state(bid.id()));
    assertEquals(0, bench.waiting());
  }
}
