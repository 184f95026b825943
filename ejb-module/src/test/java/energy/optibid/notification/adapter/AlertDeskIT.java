package energy.optibid.notification.adapter;

import static energy.optibid.notification.adapter.NotificationBench.PRICES;
import static energy.optibid.notification.adapter.NotificationBench.SERVER;
import static energy.optibid.notification.adapter.NotificationBench.TRANSACTIONS;
import static energy.optibid.notification.adapter.NotificationBench.as;
import static energy.optibid.notification.adapter.NotificationBench.price;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.notification.AlertKind;
import energy.optibid.notification.AlertRule;
import energy.optibid.notification.AlertRule.Digest;
import energy.optibid.notification.Notification;
import energy.optibid.notification.RuleInputs;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Ids;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.testing.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the event to the inbox of whom it means something to. */
class AlertDeskIT {
  private final NotificationBench bench = new NotificationBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void events_meanNothingToOtherOrganisationsOtherPeopleAndOtherAreas() {
    Caller rival = Tenants.create(SERVER);
    Caller colleague = colleague();
    as(rival, () -> bench.rules.create(price("5000", Digest.IMMEDIATELY, false)));
    AlertRule own = bench.create(price("5000", Digest.IMMEDIATELY, false));
    bench.published("6000");
    bench.log(
        bench.caller.organization(),
        "market.prices.sim-dam.N1",
        "prices.published",
        PRICES.formatted("6000"));
    bench.take();
    assertEquals(0, as(rival, bench.inbox::unread));
    assertEquals(0, as(colleague, bench.inbox::unread));
    assertEquals(1, bench.asCaller(bench.inbox::unread));
    UUID told = bench.asCaller(() -> bench.inbox.list(false, null, 10)).items().get(0).id();
    for (Caller other : List.of(rival, colleague)) {
      assertNotFound(() -> as(other, () -> bench.inbox.read(told)));
      assertNotFound(() -> as(other, () -> bench.rules.require(own.id())));
      assertNotFound(
          () -> as(other, () -> bench.rules.replace(own.id(), 1, price("1", Digest.HOURLY, true))));
      assertEquals(List.of(), as(other, () -> bench.deliveries.list(null, null, 10)).items());
      assertEquals(0, as(other, bench.inbox::readAll));
    }
    assertEquals(1, bench.asCaller(bench.inbox::unread));

    // a shared exchange's price is everybody's
    bench.published(null, "7000");
    bench.take();
    assertEquals(1, as(rival, bench.inbox::unread));
    assertEquals(2, bench.asCaller(bench.inbox::unread));
  }

  @Test
  void aStopOfTrading_isToldToEveryMember_withoutARule() {
    Caller rival = Tenants.create(SERVER);
    Caller colleague = colleague();
    String stop =
        "{\"stopId\":\"%s\",\"scope\":\"organization\",\"subjectName\":\"Demo\",\"placedBy\":\"Ann\","
            .formatted(Ids.next());
    bench.log(
        bench.caller.organization(), "bids", "trading.stopped", stop + "\"reason\":\"Wild\"}");
    bench.log(
        bench.caller.organization(),
        "bids",
        "trading.stop_swept",
        stop + "\"withdrawn\":2,\"askedBack\":0,\"kept\":1}");
    bench.take();
    bench.repeatFirst();
    for (Caller member : List.of(bench.caller, colleague)) {
      List<Notification> told = as(member, () -> bench.inbox.list(false, null, 10)).items();
      assertEquals(
          List.of("Not all bids of Demo are back", "Trading of Demo is stopped"),
          told.stream().map(Notification::title).toList());
      assertEquals(
          "Ann stopped it: Wild. Nothing more goes to a venue, and what is there is withdrawn.",
          told.get(1).text());
      assertEquals(true, told.get(1).critical());
    }
    assertEquals(0, as(rival, bench.inbox::unread));
    assertThrows(
        ProblemException.class, () -> bench.create(RuleInputs.of(AlertKind.TRADING_STOP).input()));
  }

  @Test
  void aRejectedBid_isItsOrganisationsNews() {
    bench.create(RuleInputs.of(AlertKind.BID_REJECTED).input());
    UUID bid = Ids.next();
    bench.log(
        bench.caller.organization(),
        "bids",
        "award.published",
        "{\"bidId\":\"" + bid + "\",\"awardedMwh\":0}");
    bench.take();
    assertEquals(
        bid, bench.asCaller(() -> bench.inbox.list(true, null, 10)).items().get(0).bidId());
  }

  @Test
  void aStaleVersion_isRefused_andWhatARuleToldStays() {
    AlertRule rule = bench.create(RuleInputs.of(AlertKind.BID_REJECTED).input());
    bench.asCaller(() -> bench.rules.replace(rule.id(), 1, price("5", Digest.HOURLY, true)));
    ProblemException stale =
        assertThrows(
            ProblemException.class,
            () ->
                bench.asCaller(
                    () ->
                        bench.rules.replace(
                            rule.id(), 1, RuleInputs.of(AlertKind.BID_REJECTED).input())));
    assertEquals(ProblemCode.PRECONDITION_FAILED, stale.code());
    bench.published("6000");
    bench.take();
    TRANSACTIONS.runAs(bench.caller, () -> bench.rules.delete(rule.id(), 2));
    assertEquals(1, bench.asCaller(bench.inbox::unread));
  }

  @Test
  void aGateThatCloses_isToldToWhoHasNothingInIt() {
    AlertRule rule = bench.create(RuleInputs.gate(30).input());
    UUID auction = auction(bench.clock.instant().plus(Duration.ofMinutes(45)));
    AlertDesk desk = bench.desk();
    assertEquals(0, desk.watchGates());
    bench.clock.advance(Duration.ofMinutes(20));
    assertEquals(1, desk.watchGates());
    assertEquals(0, desk.watchGates(), "told once");
    Notification told = bench.asCaller(() -> bench.inbox.list(true, null, 10)).items().get(0);
    assertEquals("The gate of sim-dam closes in 25 minutes", told.title());
    assertEquals(auction, told.auctionId());
    assertEquals(rule.id(), told.ruleId());
  }

  /** Of a real market's auction no exchange here has the clock: its gate closes by the wall's. */
  @Test
  void aGateOfARealMarket_isToldToo() {
    bench.create(RuleInputs.gate(30).input());
    UUID auction = auction(bench.clock.instant().plus(Duration.ofMinutes(25)));
    SERVER.execute("update auction set exchange_id = null where id = '%s'".formatted(auction));
    AlertDesk desk = bench.desk();
    assertEquals(1, desk.watchGates());
    Notification told = bench.asCaller(() -> bench.inbox.list(true, null, 10)).items().get(0);
    assertEquals("The gate of sim-dam closes in 25 minutes", told.title());
  }

  /** A sandbox exchange of the caller whose clock runs at wall speed, with one open auction. */
  private UUID auction(Instant closes) {
    UUID exchange = Ids.next();
    UUID auction = Ids.next();
    SERVER.execute(
        """
        insert into exchange (id, organization_id, name, seed, first_day, planned_through,
          clock_mode, clock_speed, clock_market_at, clock_wall_at, created_at, version)
        values ('%1$s', '%2$s', 'test', 1, '2026-07-02', '2026-07-02', 'running', 1, '%3$s', '%3$s',
          now(), 1);
        insert into auction (id, organization_id, market_code, delivery_day, scope, clock, state,
          gate_opens_at, gate_closes_at, time_zone, currency, block_minutes, block_count, areas,
          version, exchange_id)
        values ('%4$s', '%2$s', 'sim-dam', '2026-07-02', 'sandbox', 'accelerated', 'open',
          '2026-07-01T00:00:00Z', '%5$s', 'Asia/Kolkata', 'INR', 15, 96, 'W2', 1, '%1$s')"""
            .formatted(
                exchange, bench.caller.organization(), bench.clock.instant(), auction, closes));
    return auction;
  }

  private Caller colleague() {
    UUID user = Ids.next();
    SERVER.execute(
        """
        insert into app_user (id, email, display_name) values ('%1$s', '%1$s@test', 'Colleague');
        insert into membership (id, organization_id, user_id, role)
        values ('%2$s', '%3$s', '%1$s', 'trader')"""
            .formatted(user, Ids.next(), bench.caller.organization()));
    return new Caller(
        user, user + "@test", bench.caller.organization(), bench.caller.permissions());
  }

  private static void assertNotFound(Runnable work) {
    ProblemException refused = assertThrows(ProblemException.class, work::run);
    assertEquals(ProblemCode.NOT_FOUND, refused.code());
  }
}
