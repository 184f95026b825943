package energy.optibid.settlement.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.AssetType;
import energy.optibid.assets.Assets;
import energy.optibid.assets.TechnicalLimits;
import energy.optibid.assets.adapter.JdbcGridAssets;
import energy.optibid.audit.AuditTrail;
import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.clearing.Awards;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.market.adapter.StoredMarkets;
import energy.optibid.metering.MeterReadingInput;
import energy.optibid.metering.MeterReadings;
import energy.optibid.metering.SimulatedMeters;
import energy.optibid.metering.adapter.JdbcReadingStore;
import energy.optibid.metering.adapter.MeterDesk;
import energy.optibid.metering.adapter.SimulatedMeterDesk;
import energy.optibid.notification.AlertKind;
import energy.optibid.notification.Notification;
import energy.optibid.notification.RuleInputs;
import energy.optibid.notification.adapter.AlertDesk;
import energy.optibid.notification.adapter.StoredAlertRules;
import energy.optibid.notification.adapter.StoredInbox;
import energy.optibid.notification.domain.Mailer;
import energy.optibid.outbox.ConsumedEvent;
import energy.optibid.outbox.EventConsumer;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.rules.Rules;
import energy.optibid.rules.adapter.ClassPathRulePacks;
import energy.optibid.settlement.SettlementInputs;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.testing.LocalPlatform;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.NoExchangeAwards;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SettableClock;
import energy.optibid.testing.Tenants;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A plant of 100 MW that is scheduled at 10 MW (2.5 MWh a block, its first band ±0.25 MWh), its
 * meter, and everything from there to its owner's inbox on a real PostgreSQL. It is 11:30 in India.
 */
final class WatchedPlant {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final LocalTransactions TRANSACTIONS = SERVER.transactions();
  private static final DeliveryDay DAY =
      new DeliveryDay(TODAY, ZoneId.of("Asia/Kolkata"), Duration.ofMinutes(15));

  final SettableClock clock = new SettableClock(Instant.parse("2026-11-26T06:00:00Z"));
  final CountedStatements counted = new CountedStatements(TRANSACTIONS);
  final Caller owner = Tenants.create(SERVER);
  final Asset plant = plant();

  private final Rules rules = new ClassPathRulePacks().rules();
  private final AuditTrail audit = new PostgresAuditTrail(TRANSACTIONS, TRANSACTIONS);
  private final PostgresOutbox outbox = new PostgresOutbox(TRANSACTIONS);
  private final StoredMarkets markets = new StoredMarkets(TRANSACTIONS, TRANSACTIONS);
  private final StoredInbox inbox = new StoredInbox(TRANSACTIONS, outbox, clock);
  private final StoredAlertRules alertRules =
      new StoredAlertRules(TRANSACTIONS, audit, markets, markets, clock);
  private final MeterReadings meters =
      new MeterDesk(assets(), nobody(Awards.class), markets, rules, store(), audit, outbox, clock);
  private final SettlementInputs inputs = inputs();
  private final List<EventConsumer> consumers = List.of(watch(), alerts());
  private final LoggedEvents events = new LoggedEvents(SERVER, owner.organization());

  WatchedPlant() {
    SERVER.execute(
        """
        insert into asset (id, organization_id, name, type, market_code, area_code,
          max_injection_mw, max_withdrawal_mw, version)
        values ('%s', '%s', 'Plant', 'thermal', 'iex-dam', 'W2', 100, 0, 1)"""
            .formatted(plant.id(), owner.organization()));
  }

  /** An implemented schedule of as many MW in each block of a day. */
  void scheduled(@Nullable UUID exchangeId, LocalDate day, int megawatts) {
    StringBuilder csv = new StringBuilder(SettlementInputs.SCHEDULE_HEADER + "\n");
    for (int block = 1; block <= DAY.blockCount(); block++) {
      csv.append("%s,%s,%d,%d\n".formatted(plant.id(), day, block, megawatts));
    }
    as(owner, () -> inputs.importSchedules(exchangeId, "RLDC", csv.toString()));
  }

  /**
   * Sells 2.5 MWh of the plant in each block of today, in the real market or on a day that was
   * imported to be traded again.
   */
  void awarded(boolean imported) {
    SERVER.execute(
        """
        set session_replication_role = replica;
        create temporary table sold as select gen_random_uuid() auction, gen_random_uuid() run;
        insert into auction (id, organization_id, market_code, delivery_day, scope, clock, state,
          gate_opens_at, gate_closes_at, time_zone, currency, block_minutes, block_count, areas,
          latest_run_id, import_id, version)
        select auction, '%1$s', 'iex-dam', '%3$s', 'sandbox', 'wall', 'cleared', now(),
          now() + interval '1 day',
          'Asia/Kolkata', 'INR', 15, 96, 'W2', run, %4$s, 1 from sold;
        insert into award (id, organization_id, run_id, auction_id, bid_id, submission_id, asset_id,
          area_code, block, starts_at, side, offered_mwh, accepted_mwh, price, amount, currency,
          reason, sentence, status, source)
        select gen_random_uuid(), '%1$s', run, auction, '%2$s', '%2$s', '%2$s', 'W2', b,
          '%3$s'::timestamp at time zone 'Asia/Kolkata' + (b - 1) * interval '15 minutes', 'sell',
          2.5, 2.5, 3000, 7500, 'INR', 'in_the_money', '', 'final', 'exchange'
          from sold, generate_series(1, 96) b;
        drop table sold;
        set session_replication_role = default;
        """
            .formatted(
                owner.organization(), plant.id(), TODAY, imported ? "gen_random_uuid()" : "null"));
  }

  /** Readings of consecutive blocks of today's market day, MWh. */
  void metered(int firstBlock, String... megawattHours) {
    metered(
        IntStream.range(0, megawattHours.length)
            .mapToObj(i -> reading(DAY.block(firstBlock + i).start(), megawattHours[i]))
            .toList());
  }

  /** Every block from the first day on until now, one inside its band and the next outside. */
  int meteredSince(LocalDate first) {
    List<MeterReadingInput> readings = new ArrayList<>();
    Instant start = new DeliveryDay(first, DAY.zone(), DAY.blockDuration()).start();
    for (Instant at = start; !at.plus(DAY.blockDuration()).isAfter(clock.instant()); ) {
      readings.add(reading(at, readings.size() % 2 == 0 ? "2.5" : "2.9"));
      at = at.plus(DAY.blockDuration());
    }
    metered(readings);
    return readings.size();
  }

  /** The plant's meter of a simulated day of an exchange of the owner is read. */
  void meteredBySimulation(UUID exchange, LocalDate day) {
    LocalPlatform platform = new LocalPlatform(SERVER);
    SimulatedMeters simulated =
        new SimulatedMeterDesk(
            new JdbcGridAssets(platform),
            noAwards(),
            new JdbcReadingStore(platform),
            new PostgresOutbox(platform),
            clock);
    SimulatedMeters.Simulation simulation =
        new SimulatedMeters.Simulation(exchange, owner.organization(), "in", 7);
    DeliveryDay read = new DeliveryDay(day, DAY.zone(), DAY.blockDuration());
    platform.call(() -> simulated.readPast(simulation, read) + simulated.read(simulation, read));
  }

  /** A simulated exchange of the owner. */
  UUID exchange(String name) {
    UUID id = Ids.next();
    SERVER.execute(
        """
        insert into exchange (id, organization_id, name, seed, first_day, planned_through,
          clock_mode, clock_speed, clock_market_at, clock_wall_at, created_at, version)
        values ('%s', '%s', '%s', 7, '2026-07-02', '2026-07-02', 'running', 1, now(), now(), now(),
          1)"""
            .formatted(id, owner.organization(), name));
    return id;
  }

  /** A rule of somebody that waits for deviations. */
  void waiting(Caller who) {
    as(who, () -> alertRules.create(RuleInputs.of(AlertKind.DEVIATION_BAND).input()));
  }

  /** What somebody was told, the latest first. */
  List<Notification> told(Caller who) {
    return as(who, () -> inbox.list(false, null, 50)).items();
  }

  /** Everything that happened since the last time reaches its consumers, and what follows too. */
  void consumed() {
    for (List<ConsumedEvent> fresh = events.since(); !fresh.isEmpty(); fresh = events.since()) {
      fresh.forEach(this::consume);
    }
  }

  /** Gives an event to whoever waits for it, as the outbox does it. */
  void consume(ConsumedEvent event) {
    for (EventConsumer consumer : consumers) {
      if (consumer.events().contains(event.type())) {
        TRANSACTIONS.runAs(
            Tenancy.jobCaller(owner.organization(), Tenancy.NOBODY), () -> consumer.consume(event));
      }
    }
  }

  /** Everything of a type that the owner's organisation ever had happen. */
  List<ConsumedEvent> logged(String type) {
    return events.all().stream().filter(event -> event.type().equals(type)).toList();
  }

  /** Rows of judged days that somebody sees. */
  int judgedDays(Caller who) {
    return as(
        who,
        () ->
            TRANSACTIONS.withConnection(
                connection ->
                    Sql.rows(connection, "select 1 from judged_deviation_day", row -> row.getInt(1))
                        .size()));
  }

  private static <T> T as(Caller who, Supplier<T> work) {
    return TRANSACTIONS.callAs(who, work);
  }

  private void metered(List<MeterReadingInput> readings) {
    as(owner, () -> meters.record(plant.id(), new MeterReadingInput.Batch(readings)));
  }

  private static MeterReadingInput reading(Instant at, String megawattHours) {
    return new MeterReadingInput(
        at.atOffset(ZoneOffset.UTC),
        (int) DAY.blockDuration().toMinutes(),
        new BigDecimal(megawattHours),
        null);
  }

  private JdbcReadingStore store() {
    return new JdbcReadingStore(TRANSACTIONS);
  }

  private SettlementInputs inputs() {
    JdbcInputStore store = new JdbcInputStore(TRANSACTIONS);
    JdbcTradedDays traded = new JdbcTradedDays(TRANSACTIONS);
    return new SettlementInputDesk(
        assets(), rules, store, traded, new GridSource(store, traded), audit, clock);
  }

  private DeviationWatch watch() {
    MeterReadings read =
        new MeterDesk(
            assets(),
            nobody(Awards.class),
            markets,
            rules,
            new JdbcReadingStore(counted),
            audit,
            outbox,
            clock);
    return new DeviationWatch(
        assets(),
        rules,
        read,
        new JdbcInputStore(counted),
        new JdbcTradedDays(counted),
        new NoExchangeAwards(),
        new JdbcJudgedDays(counted),
        new PostgresOutbox(counted),
        clock);
  }

  private AlertDesk alerts() {
    Mailer none =
        new Mailer() {
          @Override
          public boolean isOn() {
            return false;
          }

          @Override
          public void send(Message message) {
            throw new AssertionError("no mail is sent here");
          }
        };
    return new AlertDesk(new LocalPlatform(SERVER), TRANSACTIONS, outbox, none, clock);
  }

  private Assets assets() {
    return (Assets)
        Proxy.newProxyInstance(
            Assets.class.getClassLoader(),
            new Class<?>[] {Assets.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "find" ->
                      Optional.of(plant).filter(known -> known.id().equals(arguments[0]));
                  case "require" -> plant;
                  default -> throw new AssertionError(method.getName());
                });
  }

  private static Awards noAwards() {
    return (Awards)
        Proxy.newProxyInstance(
            Awards.class.getClassLoader(),
            new Class<?>[] {Awards.class},
            (proxy, method, arguments) -> List.of());
  }

  static <T> T nobody(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new AssertionError(method.getName());
            }));
  }

  private static Asset plant() {
    BigDecimal zero = BigDecimal.ZERO;
    return new Asset(
        Ids.next(),
        null,
        "Plant",
        AssetType.THERMAL,
        null,
        "iex-dam",
        "W2",
        BigDecimal.valueOf(100),
        zero,
        new TechnicalLimits.Thermal(
            zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero),
        true,
        1);
  }
}
