package energy.optibid.exchange.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.ExchangeClearing;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.exchange.ClockMode;
import energy.optibid.exchange.EventKind;
import energy.optibid.exchange.EventState;
import energy.optibid.exchange.MarketEvent;
import energy.optibid.exchange.domain.ExchangeState;
import energy.optibid.exchange.domain.ExchangeStore.DueEvent;
import energy.optibid.exchange.domain.MarketClock;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionFloor;
import energy.optibid.market.AuctionState;
import energy.optibid.market.adapter.JdbcAuctionFloor;
import energy.optibid.market.adapter.PreparedPriceMonths;
import energy.optibid.metering.SimulatedMeters;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.rules.Rules;
import energy.optibid.rules.adapter.ClassPathRulePacks;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.Ids;
import energy.optibid.testing.LocalPlatform;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SettableClock;
import energy.optibid.testing.Tenants;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several servers over one database: each event of an exchange is done, and done once. */
@Timeout(60)
final class EventPerformanceIT {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 16);
  private static final Instant GATE_OPENING = Instant.parse("2026-09-15T04:30:00Z");
  private static final Instant METERS_READ = Instant.parse("2026-09-16T18:45:00Z");
  private static final Instant GATE_CLOSURE = Instant.parse("2026-09-15T06:30:00Z");

  private final PostgresServer server = PostgresServer.shared();
  private final SettableClock clock = new SettableClock(GATE_OPENING);
  private final Rules rules = new ClassPathRulePacks().rules();
  private final UUID exchangeId = Ids.next();
  private final AtomicInteger daysMetered = new AtomicInteger();
  private final Node first = new Node();
  private final Node second = new Node();

  /** One server's own objects. */
  private final class Node {
    final LocalPlatform platform = new LocalPlatform(server);
    final JdbcExchangeStore store = new JdbcExchangeStore(platform);
    final JdbcAuctionFloor floor = new JdbcAuctionFloor(platform, new PostgresOutbox(platform));
    final EventPerformance performance = performing(floor);

    EventPerformance performing(AuctionFloor on) {
      return new EventPerformance(
          platform,
          store,
          on,
          new PreparedPriceMonths(platform, platform),
          new NoClearing(),
          new StandingBidPlacement(
              platform,
              platform::call,
              new JdbcStandingBidStore(platform),
              on,
              nobody(energy.optibid.bidding.Bidding.class),
              new PostgresOutbox(platform)),
          new CountedMeters(),
          new ExchangeEvents(store, new ExchangeViews(store, clock), new PostgresOutbox(platform)),
          rules,
          clock,
          List.of());
    }

    void perform() {
      while (performance.next(exchangeId)) {
        // one after the other
      }
    }

    List<MarketEvent> events(EventState state) {
      return platform.call(() -> store.events(exchangeId, state, null, null, 500));
    }

    Auction dayAhead() {
      return platform.call(() -> floor.ofDay(exchangeId, DAY)).stream()
          .filter(auction -> auction.marketCode().equals("sim-dam"))
          .findFirst()
          .orElseThrow();
    }
  }

  EventPerformanceIT() {
    first.platform.call(
        () -> {
          first.store.add(
              new ExchangeState(
                  exchangeId,
                  Tenants.create(server).organization().value(),
                  "Test exchange",
                  1,
                  DAY,
                  DAY.minusDays(1),
                  new MarketClock(ClockMode.RUNNING, 1, clock.instant(), clock.instant()),
                  0,
                  0,
                  null,
                  null,
                  clock.instant().atOffset(ZoneOffset.UTC),
                  1),
              null);
          return exchangeId;
        });
    first.perform();
  }

  @Test
  void serversThatCompeteDoEachEventOnce() throws Exception {
    assertEquals(AuctionState.OPEN, first.dayAhead().state());
    clock.advance(Duration.between(GATE_OPENING, GATE_CLOSURE));
    compete();
    assertEquals(AuctionState.CLOSED, first.dayAhead().state());
    assertEquals(3, count("auction.closed"));
    assertEquals(3, first.events(EventState.DONE).stream().filter(this::closes).count());
  }

  @Test
  void aMeteredDayIsSettled_eachAuctionOnce_whoeverElseIsAtIt() throws Exception {
    doneButForTheMeters();
    clock.advance(Duration.between(GATE_OPENING, METERS_READ));
    compete();
    List<Auction> auctions = first.platform.call(() -> first.floor.ofDay(exchangeId, DAY));
    assertEquals(51, auctions.size());
    auctions.forEach(a -> assertEquals(AuctionState.SETTLED, a.state(), a.marketCode()));
    assertEquals(51, count("auction.settled"));
    assertEquals(1, daysMetered.get());
  }

  @Test
  void theMetersWaitForEveryAuctionOfTheirDay_alsoWhereEventsMayPassOneThatFailed() {
    doneButForTheMeters();
    assertEquals(EventKind.METER, runnable().orElseThrow().kind());
    server.execute(
        "update market_event set state = 'failed', retry_at = 'infinity' where id in (select id"
            + " from market_event where exchange_id = '%s' and kind = 'publish' limit 1)"
                .formatted(exchangeId));
    assertTrue(runnable().isEmpty());
  }

  private Optional<DueEvent> runnable() {
    return first.platform.call(() -> first.store.nextRunnable(exchangeId, METERS_READ));
  }

  /** The day as it is once every auction's result is final, and no day planned after it. */
  private void doneButForTheMeters() {
    server.execute(
        """
        update market_event set state = 'done' where exchange_id = '%1$s' and kind <> 'meter';
        update auction set state = 'published' where exchange_id = '%1$s';
        update exchange set planned_through = '%2$s' where id = '%1$s'"""
            .formatted(exchangeId, DAY.plusDays(2)));
  }

  /** Four more servers at once do what is due. */
  private void compete() throws Exception {
    int servers = 4;
    ExecutorService threads = Executors.newFixedThreadPool(servers);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < servers; i++) {
        done.add(threads.submit(() -> new Node().perform()));
      }
      for (Future<?> future : done) {
        future.get();
      }
    } finally {
      threads.shutdownNow();
    }
    // whoever found the exchange held left it to the holder
    first.perform();
  }

  @Test
  void aServerThatDiesAtAGateLeavesItToTheOther_whichClosesItOnce() throws Exception {
    clock.advance(Duration.between(GATE_OPENING, GATE_CLOSURE));
    CountDownLatch atTheGate = new CountDownLatch(1);
    CountDownLatch killed = new CountDownLatch(1);
    AuctionFloor dying =
        dyingAtClose(
            first.floor,
            () -> {
              atTheGate.countDown();
              killed.await();
            });
    EventPerformance performance = first.performing(dying);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> end = thread.submit(() -> performance.next(exchangeId));
      atTheGate.await();
      assertFalse(second.performance.next(exchangeId), "the gate is held");
      assertEquals(AuctionState.OPEN, second.dayAhead().state());

      killed.countDown();
      assertThrows(java.util.concurrent.ExecutionException.class, end::get);
    } finally {
      thread.shutdownNow();
    }
    second.perform();
    assertEquals(AuctionState.CLOSED, second.dayAhead().state());
    assertEquals(3, count("auction.closed"), "each gate closed once");
    assertTrue(second.events(EventState.FAILED).isEmpty());
  }

  @Test
  void whatFailsIsTriedAgainAndNothingPassesIt() {
    clock.advance(Duration.between(GATE_OPENING, GATE_CLOSURE));
    EventPerformance failing =
        first.performing(
            dyingAtClose(
                first.floor,
                () -> {
                  throw new IllegalStateException("the disk is full");
                }));
    assertFalse(failing.next(exchangeId));
    MarketEvent failed = first.events(EventState.FAILED).get(0);
    assertEquals(EventKind.CLOSE, failed.kind());
    assertFalse(String.valueOf(failed.failure()).contains("disk"), "nothing leaks");

    clock.advance(Duration.ofMinutes(1));
    second.perform();
    assertTrue(second.events(EventState.FAILED).isEmpty());
    assertEquals(AuctionState.CLOSED, second.dayAhead().state());
    assertEquals(3, count("auction.closed"));
  }

  @Test
  void whoLosesADeadlock_goesOnAtOnce() {
    clock.advance(Duration.between(GATE_OPENING, GATE_CLOSURE));
    AtomicInteger left = new AtomicInteger(2);
    EventPerformance losing =
        first.performing(
            trapped(
                first.floor,
                () -> {
                  if (left.getAndDecrement() > 0) {
                    throw new DatabaseException(new SQLException("deadlock detected", "40P01"));
                  }
                }));
    assertTrue(losing.next(exchangeId));
    assertTrue(first.events(EventState.FAILED).isEmpty());
    assertEquals(1, count("auction.closed"));
  }

  private boolean closes(MarketEvent event) {
    return event.kind() == EventKind.CLOSE;
  }

  /** Announcements of an event by this test's exchange. */
  private int count(String event) {
    return server
        .systemConnections()
        .inTransaction(
            connection -> {
              try (var select =
                  connection.prepareStatement(
                      """
                      select count(*) from outbox join auction on auction.id = aggregate_id
                       where type = ? and auction.exchange_id = ?""")) {
                select.setString(1, event);
                select.setObject(2, exchangeId);
                try (var rows = select.executeQuery()) {
                  rows.next();
                  return rows.getInt(1);
                }
              }
            });
  }

  private interface Trap {
    void spring() throws Exception;
  }

  /** A server's death, which no handler of exceptions sees. */
  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static AuctionFloor dyingAtClose(AuctionFloor floor, Trap trap) {
    return trapped(
        floor,
        () -> {
          trap.spring();
          throw new Death();
        });
  }

  /** A floor that does its work at a gate and then falls into a trap before it can commit. */
  private static AuctionFloor trapped(AuctionFloor floor, Trap trap) {
    return (AuctionFloor)
        Proxy.newProxyInstance(
            AuctionFloor.class.getClassLoader(),
            new Class<?>[] {AuctionFloor.class},
            (proxy, method, arguments) -> {
              Object answer = method.invoke(floor, arguments);
              if (method.getName().equals("close")) {
                trap.spring();
              }
              return answer;
            });
  }

  private static <T> T nobody(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new SQLException("nobody bids here");
            }));
  }

  private final class CountedMeters implements SimulatedMeters {
    @Override
    public int read(Simulation simulation, DeliveryDay day) {
      return daysMetered.incrementAndGet();
    }

    @Override
    public int readPast(Simulation simulation, DeliveryDay day) {
      throw new IllegalStateException("no past is asked for");
    }
  }

  /** These tests leave clearing out. */
  private static final class NoClearing implements ExchangeClearing {
    @Override
    public ClearingRun clear(Auction auction) {
      throw new IllegalStateException("not due yet");
    }

    @Override
    public void publish(Auction auction) {
      throw new IllegalStateException("not due yet");
    }

    @Override
    public ClearingRun keep(Auction auction) {
      throw new IllegalStateException("not due yet");
    }
  }
}
