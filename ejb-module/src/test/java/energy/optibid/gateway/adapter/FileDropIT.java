package energy.optibid.gateway.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidView;
import energy.optibid.gateway.ConnectionFault;
import energy.optibid.gateway.ConnectionKind;
import energy.optibid.gateway.ExchangeAward;
import energy.optibid.gateway.ExchangeConnection;
import energy.optibid.gateway.ExchangeConnectionInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders as files, and what comes back in files. */
class FileDropIT {
  private static final String HEADER = "reference,status,exchange_reference,reason\r\n";

  private final GatewayBench bench = new GatewayBench();
  private final MessageSender sender = bench.sender(links -> links);
  private final ExchangeConnection connection =
      bench.connect(
          new ExchangeConnectionInput(
              "gme", ConnectionKind.FILE_DROP, true, "M1", "gme", null, null, null, null));
  private final UUID auction = bench.auction();
  private Path place = Path.of("");

  @BeforeEach
  void folder() throws IOException {
    place =
        bench
            .folder
            .resolve("exchange")
            .resolve(bench.world.caller().organization().toString())
            .resolve("gme");
    Files.createDirectories(place.resolve("in"));
  }

  @Test
  void anOrder_isAFile_andItsAcknowledgementOneToo() throws IOException {
    BidView bid = bench.submitted(auction, "5");
    assertTrue(sender.next());
    assertEquals("sent", bench.state(bid.id()));
    String name = "M1_gme-mgp_20250402_" + bench.reference(bid);
    assertEquals(List.of(name + ".csv"), files("out"));
    List<String> lines = Files.readAllLines(place.resolve("out").resolve(name + ".csv"));
    assertEquals(2, lines.size());
    assertTrue(
        lines.get(1).endsWith(",M1,gme-mgp,2025-04-02,1,NORD,sell,curve,1,10,5,,,,"), lines.get(1));

    drop(name + ".ack", HEADER + bench.reference(bid) + ",held,G-17,\r\n");
    bench.reading.readAll();
    assertEquals("sent", bench.state(bid.id()), "first seen, perhaps half written");
    read();
    assertEquals("acknowledged", bench.state(bid.id()));
    assertEquals(List.of(name + ".ack"), files("done"));

    drop(name + ".ack", HEADER + bench.reference(bid) + ",held,G-17,\r\n");
    read();
    assertEquals("acknowledged", bench.state(bid.id()));
    assertEquals(List.of(), faults());
    assertEquals(List.of(name + ".ack", name + ".ack.2"), files("done"));

    BidView held = bench.seen(bid.id());
    bench.act(() -> bench.bidding.cancel(held.id(), held.version()));
    assertTrue(sender.next());
    assertTrue(files("out").contains(name + ".cancel.csv"));
    drop(name + ".nack", HEADER + bench.reference(bid) + ",kept,,too late\r\n");
    read();
    assertEquals("acknowledged", bench.state(bid.id()));
  }

  @Test
  void whatCannotBeRead_isPutAside_withItsReason_andPeopleSeeIt() throws IOException {
    drop("strange.ack", "reference,state\r\nOB-1,held\r\n");
    drop("unknown.ack", HEADER + "OB-nobody,held,,\r\n");
    drop(".half.ack", HEADER);
    read();
    assertEquals(List.of("strange.ack", "strange.ack.reason"), files("bad"));
    assertEquals(List.of("unknown.ack"), files("done"));
    assertEquals(
        List.of("unknown_reference", "unreadable_file"),
        faults().stream().map(ConnectionFault::code).toList());
    assertTrue(Files.exists(place.resolve("in/.half.ack")));
  }

  @Test
  void aRefusalThatContradicts_changesNothing_andPeopleSeeIt() throws IOException {
    BidView bid = bench.submitted(auction, "5");
    assertTrue(sender.next());
    drop("a.ack", HEADER + bench.reference(bid) + ",held,,\r\n");
    read();
    drop("b.nack", HEADER + bench.reference(bid) + ",refused,,no margin\r\n");
    read();
    assertEquals("acknowledged", bench.state(bid.id()));
    assertEquals("contradiction", faults().get(0).code());
  }

  @Test
  void withoutAnAcknowledgement_itIsInDoubtAfterTheGate_untilOneComes() throws IOException {
    BidView bid = bench.submitted(auction, "5");
    assertTrue(sender.next());
    assertFalse(sender.next());
    bench.clock.advance(
        Duration.between(bench.clock.instant(), GatewayBench.GATE_CLOSES).plusMinutes(11));
    assertTrue(sender.next());
    assertEquals("in_doubt", bench.state(bid.id()));
    drop("late.ack", HEADER + bench.reference(bid) + ",held,G-9,\r\n");
    read();
    assertEquals("acknowledged", bench.state(bid.id()));
    assertEquals(0, bench.waiting());
  }

  @Test
  void results_areKeptByRevision_onceEach_andHeldAgainstTheOrders() throws IOException {
    BidView bid = bench.submitted(auction, "5");
    assertTrue(sender.next());
    String reference = bench.reference(bid);
    drop("a.ack", HEADER + reference + ",held,,\r\n");
    read();
    bench.until(GatewayBench.GATE_CLOSES);
    result(1, reference + ",,1,4.5,61.20,provisional\r\n");
    assertEquals(List.of(), bench.events("award.published"));
    assertEquals("provisional", award().status().code());
    result(2, reference + ",,1,4.5,61.20,final\r\n");
    result(2, reference + ",,1,4.5,61.20,final\r\n");
    ExchangeAward award = award();
    assertEquals("final", award.status().code());
    assertEquals(2, award.revision());
    assertEquals(0, new BigDecimal("4.5").compareTo(award.awardedMwh()));
    assertEquals(1, bench.events("award.published").size());
    assertTrue(
        bench.events("award.published").get(0).contains("275.40"),
        bench.events("award.published").toString());
    result(3, reference + ",,1,2,61.20,curtailed\r\n");
    assertEquals("curtailed", award().status().code());
    assertEquals(List.of(), faults());

    result(3, reference + ",,1,1,61.20,curtailed\r\n");
    result(
        4,
        reference
            + ",,1,5.1,61.20,final\r\n"
            + reference
            + ",,2,1,61.20,final\r\nOB-nobody,,1,1,1,final\r\n");
    result(5, "");
    assertEquals(
        List.of(
            "missing_blocks",
            "unknown_reference",
            "not_offered",
            "more_than_offered",
            "changed_revision"),
        faults().stream().map(ConnectionFault::code).toList());
    assertEquals(3, award().revision());
    drop("gme-mgp_20250402_x.result.csv", "");
    read();
    assertTrue(files("bad").contains("gme-mgp_20250402_x.result.csv"));
  }

  private void result(int revision, String lines) throws IOException {
    drop(
        "gme-mgp_20250402_" + revision + ".result.csv",
        "reference,block_order,block,awarded_mw,price,status\r\n" + lines);
    read();
  }

  private ExchangeAward award() {
    List<ExchangeAward> awards =
        bench.act(() -> bench.results.ofAuction(auction, null, 10)).items();
    assertEquals(1, awards.size());
    return awards.get(0);
  }

  /** Twice, because a file has to be seen unchanged. */
  private void read() {
    for (int i = 0; i < 2; i++) {
      bench.clock.advance(Duration.ofSeconds(2));
      bench.reading.readAll();
    }
  }

  private void drop(String name, String text) throws IOException {
    Files.writeString(place.resolve("in").resolve(name), text);
  }

  private List<String> files(String folder) throws IOException {
    try (Stream<Path> found = Files.list(place.resolve(folder))) {
      return found.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private List<ConnectionFault> faults() {
    return bench.act(() -> bench.desk.faults(connection.id(), null, 10)).items();
  }
}
