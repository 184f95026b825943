package energy.optibid.metering.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.assets.adapter.JdbcGridAssets;
import energy.optibid.bidding.BidSide;
import energy.optibid.clearing.Award;
import energy.optibid.clearing.AwardReason;
import energy.optibid.clearing.Awards;
import energy.optibid.clearing.MarketAward;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.metering.MeterReading;
import energy.optibid.metering.ReadingQuality;
import energy.optibid.metering.SimulatedMeters.Simulation;
import energy.optibid.metering.domain.ReadingStore;
import energy.optibid.metering.domain.ReadingStore.Row;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.shared.Caller;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.Ids;
import energy.optibid.shared.OrganizationId;
import energy.optibid.testing.LocalPlatform;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Meters of simulated days on a real PostgreSQL: each block once, and nobody sees another's. */
@Timeout(60)
final class SimulatedMetersIT {
  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

  /** Its first blocks lie in September by UTC, its others in October. */
  private static final DeliveryDay DAY =
      new DeliveryDay(LocalDate.of(2026, 10, 1), INDIA, Duration.ofMinutes(15));

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-10-02T00:00:00Z"), ZoneOffset.UTC);

  private final LocalPlatform platform = new LocalPlatform(SERVER);
  private final LocalTransactions tenants = SERVER.transactions();
  private final ReadingStore store = new JdbcReadingStore(platform);
  private final ReadingStore seen = new JdbcReadingStore(tenants);
  private final Caller owner = Tenants.create(SERVER);
  private final Caller rival = Tenants.create(SERVER);
  private final UUID plant = asset(owner, "thermal", 100, 0, null);
  private final UUID park =
      asset(owner, "solar", 50, 0, "{\"installedCapacityMw\":60,\"availableCapacityMw\":55}");
  private final UUID italian = assetIn(owner, "gme-mgp", "NORD", "solar", 50, 0, null);
  private final UUID foreign = asset(rival, "load", 0, 30, null);
  private final UUID exchange = Ids.next();
  private final List<MarketAward> awards = new ArrayList<>();
  private final SimulatedMeterDesk meters =
      new SimulatedMeterDesk(
          new JdbcGridAssets(platform), awards(), store, new PostgresOutbox(platform), CLOCK);

  @Test
  void aSandboxDayIsReadOnceForEachOfItsOrganisationsAssets() {
    sold(plant, "sim-dam", "10");
    sold(plant, "sim-rtm", "2.5");
    assertEquals(2 * 96, read(owner.organization()));
    assertEquals(0, read(owner.organization()), "what is there stays");

    List<MeterReading> ofPlant = readings(owner, plant);
    assertEquals(96, ofPlant.size());
    for (int i = 0; i < 96; i++) {
      MeterReading reading = ofPlant.get(i);
      assertEquals(DAY.block(i + 1).start(), reading.startsAt().toInstant());
      assertEquals(15, reading.durationMinutes());
      assertEquals(ReadingQuality.SYNTHETIC, reading.quality());
      assertEquals(1, reading.revision());
    }
    double mean =
        ofPlant.stream().mapToDouble(r -> r.injectionMwh().doubleValue()).average().orElse(0);
    assertEquals(12.5, mean, 0.6, "the sum of both markets");
    assertTrue(
        readings(owner, park).stream().anyMatch(r -> r.injectionMwh().signum() > 0), "it shines");
    assertEquals(List.of(), readings(owner, italian), "another grid");
    assertEquals(List.of(), readings(owner, foreign));
  }

  @Test
  void onTheSharedExchangeThoseWithAnAwardAreRead() {
    sold(plant, "sim-dam", "10");
    int before = read(null);
    assertTrue(before >= 96, "new readings: " + before);
    assertEquals(96, readings(owner, plant).size());
    assertEquals(List.of(), readings(owner, park), "nothing was sold");
  }

  @Test
  void thePastHasOnlyWhatNeedsNoSchedule() {
    assertEquals(
        96, platform.call(() -> meters.readPast(simulation(owner.organization()), DAY)).intValue());
    assertEquals(96, readings(owner, park).size());
  }

  @Test
  void noOrganisationSeesReadingsOfAnother_norInAPartitionByItsName() {
    read(owner.organization());
    assertEquals(List.of(), readings(rival, park));
    assertEquals(0, count(rival, "meter_reading"));
    assertEquals(0, count(rival, "meter_reading_2026_10"));
    assertEquals(0, count(rival, "meter_reading_2026_09"));
    assertTrue(count(owner, "meter_reading_2026_09") > 0, "the control");
    DatabaseException refused =
        assertThrows(
            DatabaseException.class,
            () ->
                tenants.runAs(
                    rival,
                    () ->
                        seen.add(List.of(row(owner.organization(), park, "1")), CLOCK.instant())));
    assertEquals("42501", refused.sqlState());
  }

  @Test
  void aCorrectionOfARealReadingIsItsNextRevision() {
    List<Row> first = List.of(row(owner.organization(), plant, "1.25"));
    List<Row> second = List.of(row(owner.organization(), plant, "1.300001"));
    assertEquals(List.of(1), tenants.callAs(owner, () -> seen.put(first, CLOCK.instant())));
    assertEquals(List.of(2), tenants.callAs(owner, () -> seen.put(second, CLOCK.instant())));
    List<MeterReading> kept =
        tenants.callAs(owner, () -> seen.between(plant, null, DAY.start(), DAY.end()));
    assertEquals(1, kept.size());
    assertEquals(new BigDecimal("1.300001"), kept.get(0).injectionMwh());
    assertNull(kept.get(0).exchangeId());
    assertTrue(readings(owner, plant).isEmpty(), "a real meter is no simulated one");
  }

  @Test
  void writersThatNeedANewMonthAtOnceAllGetIt() throws Exception {
    int writers = 4;
    Instant unused = Instant.parse("2031-05-10T00:00:00Z");
    CyclicBarrier together = new CyclicBarrier(writers);
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      List<Future<Integer>> done = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        UUID other = Ids.next();
        done.add(
            threads.submit(
                () -> {
                  together.await();
                  return platform.call(
                      () ->
                          store.add(
                              List.of(
                                  new Row(
                                      owner.organization(),
                                      plant,
                                      other,
                                      unused,
                                      15,
                                      BigDecimal.ONE,
                                      ReadingQuality.SYNTHETIC)),
                              CLOCK.instant()));
                }));
      }
      for (Future<Integer> written : done) {
        assertEquals(1, written.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void readingsGoWithTheirAsset() {
    read(owner.organization());
    assertFalse(readings(owner, park).isEmpty());
    tenants.runAs(
        owner,
        () ->
            tenants.withConnection(
                connection -> {
                  try (PreparedStatement delete =
                      connection.prepareStatement("delete from asset where id = ?")) {
                    delete.setObject(1, park);
                    return delete.executeUpdate();
                  }
                }));
    assertEquals(List.of(), readings(owner, park));
  }

  private int read(@Nullable OrganizationId of) {
    return platform.call(() -> meters.read(simulation(of), DAY));
  }

  private Simulation simulation(@Nullable OrganizationId of) {
    return new Simulation(exchange, of, "in", 7);
  }

  private List<MeterReading> readings(Caller caller, UUID asset) {
    return tenants.callAs(caller, () -> seen.between(asset, exchange, DAY.start(), DAY.end()));
  }

  private static Row row(OrganizationId organization, UUID asset, String megawattHours) {
    return new Row(
        organization,
        asset,
        null,
        DAY.start(),
        15,
        new BigDecimal(megawattHours),
        ReadingQuality.MEASURED);
  }

  private int count(Caller caller, String table) {
    return tenants.callAs(
        caller,
        () ->
            tenants.withConnection(
                connection -> {
                  try (var rows =
                      connection.createStatement().executeQuery("select count(*) from " + table)) {
                    rows.next();
                    return rows.getInt(1);
                  }
                }));
  }

  private void sold(UUID asset, String market, String megawattHours) {
    for (int block = 1; block <= DAY.blockCount(); block++) {
      awards.add(new MarketAward(market, award(asset, block, new BigDecimal(megawattHours))));
    }
  }

  private static Award award(UUID asset, int block, BigDecimal megawattHours) {
    return new Award(
        Ids.next(),
        Ids.next(),
        Ids.next(),
        asset,
        "W2",
        block,
        DAY.block(block).start().atOffset(ZoneOffset.UTC),
        BidSide.SELL,
        megawattHours,
        megawattHours,
        BigDecimal.TEN,
        BigDecimal.TEN,
        "INR",
        AwardReason.values()[0],
        1,
        "final",
        "simulated");
  }

  private Awards awards() {
    return (Awards)
        Proxy.newProxyInstance(
            Awards.class.getClassLoader(),
            new Class<?>[] {Awards.class},
            (proxy, method, arguments) -> {
              assertEquals("ofExchangeDay", method.getName());
              assertEquals(Set.of(exchange, DAY.date()), Set.of(arguments));
              return List.copyOf(awards);
            });
  }

  private static UUID asset(
      Caller caller, String type, int injection, int withdrawal, @Nullable String limits) {
    return assetIn(caller, "sim-dam", "W2", type, injection, withdrawal, limits);
  }

  private static UUID assetIn(
      Caller caller,
      String market,
      String area,
      String type,
      int injection,
      int withdrawal,
      @Nullable String limits) {
    UUID id = Ids.next();
    SERVER
        .systemConnections()
        .inTransaction(
            connection -> {
              try (PreparedStatement insert =
                  connection.prepareStatement(
                      """
                      insert into asset (id, organization_id, name, type, market_code, area_code,
                                         max_injection_mw, max_withdrawal_mw, limits, version)
                      values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)""")) {
                insert.setObject(1, id);
                insert.setObject(2, caller.organization().value());
                insert.setString(3, id.toString());
                insert.setString(4, type);
                insert.setString(5, market);
                insert.setString(6, area);
                insert.setInt(7, injection);
                insert.setInt(8, withdrawal);
                insert.setString(9, limits);
                return insert.executeUpdate();
              }
            });
    return id;
  }
}
