package energy.optibid.gateway.adapter;

import static energy.optibid.gateway.adapter.GatewayBench.GATE_CLOSES;
import static energy.optibid.gateway.adapter.GatewayBench.RESULT_AFTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidView;
import energy.optibid.gateway.ConnectionFault;
import energy.optibid.gateway.ExchangeConnection;
import energy.optibid.gateway.adapter.StubExchange.Behaviour;
import energy.optibid.testing.SandboxWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Exchanges over HTTP are asked for their results, by a clock that is moved by hand. */
class ResultPollingIT {
  private static final int PATIENCE_MILLIS = 2_000;
  private static final LocalDate DAY = SandboxWorld.DAY;
  private static final Instant DUE = GATE_CLOSES.plus(RESULT_AFTER);
  private static final String HEADER = "reference,block_order,block,awarded_mw,price,status\n";

  private final GatewayBench bench = new GatewayBench();
  private final StubExchange exchange = new StubExchange();
  private final ExchangeConnection connection = bench.connect(exchange, PATIENCE_MILLIS);
  private final UUID auction = bench.auction();

  @AfterEach
  void close() {
    exchange.close();
  }

  @Test
  void itIsAskedFromTheTimeTheResultIsDue_everyMinute_untilTheDayAfterDelivery() {
    String ignored = held(bench);
    askAt(DUE.minusMillis(1));
    assertEquals(List.of(), exchange.questions());
    askAt(DUE);
    askAt(DUE);
    askAt(DUE.plusSeconds(59));
    assertEquals(List.of("/results/gme-mgp/" + DAY), exchange.questions());
    askAt(DUE.plusSeconds(60));
    askAt(DUE.plusSeconds(90));
    askAt(DUE.plusSeconds(120));
    assertEquals(3, exchange.questions().size());

    Instant end = Instant.parse("2025-04-03T22:00:00Z"); // midnight in Rome after 3 April
    askAt(end.minusSeconds(1));
    assertEquals(4, exchange.questions().size());
    askAt(end);
    askAt(end.plus(Duration.ofDays(1)));
    assertEquals(4, exchange.questions().size());
  }

  @Test
  void aRevisionIsNotedOnce_andTheNextOneAfterIt() {
    String order = held(bench);
    exchange.publish("gme-mgp", DAY, "1", HEADER + order + ",,1,4,61.20,provisional\n");
    askAt(DUE);
    askAt(DUE.plusSeconds(60));
    assertEquals(1, bench.count("select count(*) from exchange_result"));
    assertEquals("cleared", bench.auctionState(auction));
    exchange.publish("gme-mgp", DAY, "2", HEADER + order + ",,1,4,61.20,final\n");
    askAt(DUE.plusSeconds(120));
    askAt(DUE.plusSeconds(180));
    assertEquals(2, bench.count("select count(*) from exchange_result"));
    assertEquals(2, bench.count("select count(*) from exchange_award"));
    assertEquals(1, bench.events("award.published").size());
    assertEquals("published", bench.auctionState(auction));
    assertEquals(List.of(), faults());
  }

  @Test
  void aResultThatCannotBeRead_isAFault_onceHoweverOftenItIsAsked() {
    String order = held(bench);
    exchange.publish("gme-mgp", DAY, "1", "reference,block\n" + order + ",1\n");
    askAt(DUE);
    askAt(DUE.plusSeconds(60));
    assertEquals(List.of("unreadable_result"), faults());
    exchange.publish("gme-mgp", DAY, "none", HEADER);
    askAt(DUE.plusSeconds(120));
    assertEquals(List.of("unreadable_result", "unreadable_result"), faults());
    exchange.publish("gme-mgp", DAY, "1", HEADER + order + ",,1,4,61.20,final\n");
    askAt(DUE.plusSeconds(180));
    assertEquals("published", bench.auctionState(auction));
  }

  /** The first does not answer, the second's secret cannot be opened here, the third is well. */
  @Test
  void anExchangeThatIsDown_doesNotStopTheOthers() {
    GatewayBench sealed = new GatewayBench();
    GatewayBench well = new GatewayBench();
    try (StubExchange second = new StubExchange();
        StubExchange third = new StubExchange()) {
      String ignored = held(bench);
      joined(sealed, second);
      BidView sealedBid = sent(sealed, sealed.auction());
      assertEquals(Set.of(sealed.reference(sealedBid)), second.held());
      sharesKeys(well);
      joined(well, third);
      UUID elsewhere = well.auction();
      String order = well.reference(sent(well, elsewhere));
      third.publish("gme-mgp", DAY, "1", HEADER + order + ",,1,4,61.20,final\n");
      exchange.behave(request -> Behaviour.RESETS_BEFORE);
      askAt(DUE);
      assertFalse(exchange.questions().isEmpty());
      assertEquals(List.of(), second.questions());
      assertEquals(1, third.questions().size());
      assertEquals("published", well.auctionState(elsewhere));
      assertEquals("open", bench.auctionState(auction));
    }
  }

  /** Its secrets are sealed with the key of {@link #bench}. */
  private void sharesKeys(GatewayBench neighbour) {
    try {
      Path keys = Files.createDirectories(neighbour.folder.resolve("keys"));
      assertTrue(
          Files.exists(
              Files.copy(bench.folder.resolve("keys/exchange.key"), keys.resolve("exchange.key"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void joined(GatewayBench of, StubExchange exchange) {
    assertTrue(of.connect(exchange, PATIENCE_MILLIS).enabled());
  }

  private String held(GatewayBench of) {
    return of.reference(sent(of, auction));
  }

  private static BidView sent(GatewayBench of, UUID auction) {
    BidView bid = of.submitted(auction, "5");
    of.drain(of.sender(links -> links));
    return bid;
  }

  private void askAt(Instant moment) {
    bench.until(moment);
    bench.polling.askAll();
  }

  private List<String> faults() {
    return bench.act(() -> bench.desk.faults(connection.id(), null, 10)).items().stream()
        .map(ConnectionFault::code)
        .toList();
  }
}
