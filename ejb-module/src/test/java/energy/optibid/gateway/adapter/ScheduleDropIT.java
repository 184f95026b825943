package energy.optibid.gateway.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidView;
import energy.optibid.gateway.ConnectionFault;
import energy.optibid.gateway.ConnectionKind;
import energy.optibid.gateway.ExchangeConnection;
import energy.optibid.gateway.ExchangeConnectionInput;
import energy.optibid.gateway.domain.ResultFile;
import energy.optibid.gateway.domain.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schedules for the system operator in a real folder. */
class ScheduleDropIT {
  /** 17:30 in Kolkata on the day before delivery. */
  private static final Instant TIME = Instant.parse("2025-04-01T12:00:00Z");

  private final GatewayBench bench = new GatewayBench();
  private final MessageSender sender = bench.sender(links -> links);
  private final ExchangeConnection connection =
      bench.connect(
          new ExchangeConnectionInput(
              "gme", ConnectionKind.FILE_DROP, true, "M1", "gme", null, null, null, null));
  private final UUID auction = bench.auction();
  private Path place = Path.of("");
  private String order = "";

  @BeforeEach
  void aHeldOrder() throws IOException {
    place =
        bench
            .folder
            .resolve("exchange")
            .resolve(bench.world.caller().organization().toString())
            .resolve("gme");
    BidView bid = bench.submitted(auction, "5");
    assertTrue(sender.next());
    order = bench.reference(bid);
    Files.createDirectories(place.resolve("in"));
    Files.writeString(
        place.resolve("in/a.ack"),
        "reference,status,exchange_reference,reason\r\n" + order + ",held,,\r\n");
    for (int i = 0; i < 2; i++) {
      bench.clock.advance(Duration.ofSeconds(2));
      bench.reading.readAll();
    }
    assertEquals("acknowledged", bench.state(bid.id()));
    bench.until(GatewayBench.GATE_CLOSES);
  }

  @Test
  void itIsWrittenAtItsTime_once_andAgainWhenALaterResultChangesIt() throws IOException {
    ScheduleDrops drops = bench.schedules();
    note(1, "4.5", "final");
    writeAt(drops, TIME.minusMillis(1));
    assertEquals(List.of(), files());
    writeAt(drops, TIME.plusSeconds(60));
    assertEquals(List.of("M1_schedule_20250402_1.csv"), files());
    assertTrue(
        Files.readString(place.resolve("schedules/M1_schedule_20250402_1.csv"))
            .endsWith(",Plant,NORD,1,2025-04-01T22:00:00Z,4.5,\r\n"));
    writeAt(drops, TIME.plusSeconds(120));
    assertEquals(List.of("M1_schedule_20250402_1.csv"), files());

    note(2, "2", "curtailed");
    writeAt(drops, TIME.plusSeconds(179));
    assertEquals(1, files().size(), "a folder is looked at once a minute");
    writeAt(drops, TIME.plusSeconds(180));
    writeAt(bench.schedules(), TIME.plusSeconds(200)); // as after a restart
    assertEquals(List.of("M1_schedule_20250402_1.csv", "M1_schedule_20250402_2.csv"), files());
    assertEquals(
        2,
        bench.count(
            "select count(*) from audit_entry where action = 'connection.schedule_written'"
                + " and subject_id = ?",
            connection.id()));
    assertEquals(List.of(), faults());
  }

  @Test
  void whereNothingIsScheduled_nothingIsWritten() throws IOException {
    note(1, "4.5", "provisional");
    writeAt(bench.schedules(), TIME);
    assertEquals(List.of(), files());
  }

  @Test
  void aDayThatWasMissed_isWrittenLate_andOneThatIsOverNoMore() throws IOException {
    note(1, "4.5", "final");
    writeAt(bench.schedules(), Instant.parse("2025-04-02T18:30:00Z")); // midnight in Kolkata
    assertEquals(List.of(), files());
    bench.until(Instant.parse("2025-04-02T18:29:59Z"));
    bench.schedules().writeDue();
    assertEquals(List.of("M1_schedule_20250402_1.csv"), files());
  }

  @Test
  void aFolderThatCannotBeWritten_isAFaultOnce_andTheFileComesLater() throws IOException {
    ScheduleDrops drops = bench.schedules();
    note(1, "4.5", "final");
    Path inTheWay = Files.createFile(place.resolve("schedules"));
    writeAt(drops, TIME);
    writeAt(drops, TIME.plusSeconds(60));
    assertEquals(List.of("schedule_not_written"), faults());
    assertEquals(0, bench.count("select count(*) from schedule_file"));
    Files.delete(inTheWay);
    writeAt(drops, TIME.plusSeconds(120));
    assertEquals(List.of("M1_schedule_20250402_1.csv"), files());
    assertEquals(1, faults().size());
  }

  @Test
  void ofSeveralNodes_oneWrites() throws Exception {
    note(1, "4.5", "final");
    bench.until(TIME);
    int nodes = 4;
    CyclicBarrier start = new CyclicBarrier(nodes);
    ExecutorService servers = Executors.newFixedThreadPool(nodes);
    try {
      List<Future<?>> rounds = new ArrayList<>();
      for (int i = 0; i < nodes; i++) {
        ScheduleDrops drops = bench.schedules();
        rounds.add(
            servers.submit(
                () -> {
                  int ignored = start.await();
                  drops.writeDue();
                  return true;
                }));
      }
      for (Future<?> round : rounds) {
        Object ignored = round.get();
      }
    } finally {
      servers.shutdownNow();
    }
    assertEquals(List.of("M1_schedule_20250402_1.csv"), files());
    assertEquals(List.of(), faults());
  }

  private void writeAt(ScheduleDrops drops, Instant moment) {
    bench.until(moment);
    drops.writeDue();
  }

  private void note(int revision, String megawatts, String status) {
    try {
      ResultFile result =
          ResultFile.read(
              "gme-mgp_20250402_" + revision + ".result.csv",
              "reference,block_order,block,awarded_mw,price,status\n"
                  + order
                  + ",,1,"
                  + megawatts
                  + ",61.20,"
                  + status
                  + "\n");
      assertTrue(bench.act(() -> bench.results.note(connection.id(), "a test", result)));
    } catch (UnreadableFile e) {
      throw new AssertionError(e);
    }
  }

  private List<String> files() throws IOException {
    Path folder = place.resolve("schedules");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> faults() {
    return bench.act(() -> bench.desk.faults(connection.id(), null, 10)).items().stream()
        .map(ConnectionFault::code)
        .toList();
  }
}
