package energy.optibid.settlement.adapter;

import static energy.optibid.settlement.adapter.WatchedPlant.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.notification.Notification;
import energy.optibid.outbox.ConsumedEvent;
import energy.optibid.shared.Caller;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From a meter's reading to the inbox of whoever waits for an asset that leaves its band. */
@Timeout(60)
final class DeviationWatchIT {
  private static final String BAND_LEFT = "deviation.band_left";

  private final WatchedPlant world = new WatchedPlant();

  @Test
  void leavingTheBand_isToldOnce_untilItCameBack() {
    world.waiting(world.owner);
    world.scheduled(null, TODAY, 10);
    world.metered(36, "2.5", "2.75");
    assertEquals(0, told(), "the edge belongs to the band");
    world.metered(38, "2.9");
    assertEquals(1, told());
    Notification first = world.told(world.owner).get(0);
    assertEquals("Plant left its deviation band", first.title());
    assertEquals(
        "Plant, block 38 of 2026-11-26 (09:15–09:30 Asia/Kolkata): scheduled 2.5 MWh, metered"
            + " 2.9 MWh, deviation +0.4 MWh (+16 %); the first band ends at ±0.25 MWh.",
        first.text());
    assertEquals(world.plant.id(), first.assetId());
    world.metered(39, "2.1", "2");
    assertEquals(1, told(), "it is outside still");
    world.metered(41, "2.5");
    assertEquals(1, told());
    world.metered(42, "2.1");
    assertEquals(2, told());
  }

  @Test
  void anEventThatIsConsumedTwice_orByTwoAtOnce_isToldOnce() throws Exception {
    world.waiting(world.owner);
    world.scheduled(null, TODAY, 10);
    world.metered(37, "2.5");
    world.consumed();
    world.metered(38, "2.9", "2.5", "2.9");
    ConsumedEvent recorded = world.logged("meter.recorded").get(1);
    int consumers = 4;
    CyclicBarrier together = new CyclicBarrier(consumers);
    ExecutorService threads = Executors.newFixedThreadPool(consumers);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < consumers; i++) {
        done.add(
            threads.submit(
                () -> {
                  together.await();
                  world.consume(recorded);
                  return null;
                }));
      }
      for (Future<?> consumed : done) {
        consumed.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(1, world.logged(BAND_LEFT).size());
    assertEquals(1, told());
    world.consume(recorded);
    world.consume(world.logged(BAND_LEFT).get(0));
    assertEquals(1, told());
    assertEquals(2, world.logged(BAND_LEFT).get(0).payload().getInt("departures"));
  }

  @Test
  void aCorrection_isJudgedAnew_andARevisionOnce() {
    world.waiting(world.owner);
    world.scheduled(null, TODAY, 10);
    world.metered(38, "2.9");
    assertEquals(1, told());
    for (int megawatts : new int[] {11, 10}) {
      world.scheduled(null, TODAY, megawatts);
      world.consume(world.logged("meter.recorded").get(0));
    }
    assertEquals(1, told(), "another schedule is no reading");
    world.scheduled(null, TODAY, 11);
    world.metered(38, "2.75");
    assertEquals(1, told(), "inside now");
    world.metered(38, "3.5");
    assertEquals(2, told());
  }

  @Test
  void withoutASchedule_theAwardsAreIt_butNotThoseOfAnImportedDay() {
    world.waiting(world.owner);
    world.awarded(true);
    world.metered(1, "2.5", "2.9");
    assertEquals(0, told(), "an imported day is traded again for practice");
    world.awarded(false);
    world.metered(3, "2.5", "2.9");
    assertEquals(1, told());
    assertTrue(world.told(world.owner).get(0).text().startsWith("Plant, block 4 "));
  }

  /** 30 days come at once: the queries are those of one block, and the past is no news. */
  @Test
  void aMonthAtOnce_isOneEventADay_ofTheDaysThatAreNews() {
    world.waiting(world.owner);
    for (int back = 0; back <= 30; back++) {
      world.scheduled(null, TODAY.minusDays(back), 10);
    }
    world.metered(1, "2.5");
    world.consumed();
    int forOneBlock = world.counted.since();
    assertTrue(world.meteredSince(TODAY.minusDays(30)) > 2_900);
    assertEquals(1 + DeviationWatch.DAYS_BACK, told());
    assertTrue(
        world.told(world.owner).get(0).text().contains("It left the band "),
        world.told(world.owner).get(0).text());
    assertEquals(1 + DeviationWatch.DAYS_BACK, world.judgedDays(world.owner));
    int forTheMonth = world.counted.since();
    // beside one event and one kept day for each of the three
    assertTrue(
        forTheMonth <= forOneBlock + 2 * DeviationWatch.DAYS_BACK + 1,
        forOneBlock + " statements for a block, " + forTheMonth + " for a month");
  }

  @Test
  void whatIsImportedLate_isNoNews() {
    world.waiting(world.owner);
    world.scheduled(null, TODAY, 10);
    world.metered(38, "2.9");
    world.clock.advance(Duration.ofDays(1L + DeviationWatch.DAYS_BACK));
    assertEquals(0, told());
    assertEquals(0, world.judgedDays(world.owner));
  }

  @Test
  void aSimulatedExchange_isAWorldOfItsOwn_andNamed() {
    world.waiting(world.owner);
    UUID exchange = world.exchange("Sandbox of the desk");
    // a plant without award stands still; by its schedule it should not
    world.scheduled(exchange, TODAY.minusYears(1), 10);
    world.scheduled(null, TODAY, 10);
    world.metered(38, "2.5");
    world.meteredBySimulation(exchange, TODAY.minusYears(1));
    assertEquals(1, told());
    String text = world.told(world.owner).get(0).text();
    assertTrue(
        text.startsWith(
            "On the simulated exchange “Sandbox of the desk”: Plant, block 1 of 2025-11-26"),
        text);
    ConsumedEvent left = world.logged(BAND_LEFT).get(0);
    assertEquals(exchange.toString(), left.payload().getString("exchangeId"));
  }

  @Test
  void anotherOrganisation_hearsAndSeesNothing() {
    Caller rival = Tenants.create(PostgresServer.shared());
    world.waiting(rival);
    world.waiting(world.owner);
    world.scheduled(null, TODAY, 10);
    world.metered(38, "2.9");
    assertEquals(1, told());
    assertEquals(List.of(), world.told(rival));
    assertEquals(0, world.judgedDays(rival));
    assertEquals(1, world.judgedDays(world.owner), "the control");
  }

  /** What the owner was told after everything was consumed. */
  private int told() {
    world.consumed();
    return world.told(world.owner).size();
  }
}
