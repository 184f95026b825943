package energy.optibid.risk.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidView;
import energy.optibid.risk.ApprovalPolicy;
import energy.optibid.risk.BidApproval;
import energy.optibid.risk.LimitKind;
import energy.optibid.risk.RiskLimit;
import energy.optibid.shared.Caller;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.testing.SandboxWorld;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Limits and policies in the submitting transaction, on a real PostgreSQL. */
class RiskLimitsIT {
  private static final LocalDate DAY = SandboxWorld.DAY;

  private final RiskBench bench = new RiskBench();

  private static List<String> refusal(Supplier<?> work) {
    return assertThrows(ProblemException.class, work::get).faults().stream()
        .map(fault -> fault.code())
        .toList();
  }

  /** Sixty and sixty of a hundred: one goes, whoever comes first. */
  @Test
  void ofTwoBidsThatRaceForTheLastMegawattHours_oneGoes_fiftyTimes() throws Exception {
    bench.limit(LimitKind.VOLUME, "100");
    ExecutorService desk = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 50; round++) {
        LocalDate day = DAY.plusDays(round);
        UUID auction = bench.world.openAuction(day);
        BidView one = bench.drafted(auction, "10", "60");
        BidView two = bench.drafted(auction, "10", "60");
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Boolean> first = desk.submit(() -> goes(start, one));
        Future<Boolean> second = desk.submit(() -> goes(start, two));
        assertTrue(first.get() ^ second.get(), "in round " + round);
        assertEquals(new BigDecimal("60"), bench.used(day));
      }
    } finally {
      desk.shutdownNow();
    }
  }

  private boolean goes(CyclicBarrier start, BidView bid) throws Exception {
    start.await();
    try {
      bench.act(() -> bench.bidding.submit(bid.id(), bid.version()));
      return true;
    } catch (ProblemException refused) {
      assertEquals("limit_exceeded", refused.faults().get(0).code());
      return false;
    }
  }

  @Test
  void aReplacedBid_countsTheNewVersion_andAWithdrawnOneNothing() {
    bench.limit(LimitKind.VALUE, "1000");
    UUID auction = bench.world.openAuction();
    BidView bid = bench.submitted(auction, "10", "100");
    assertEquals(new BigDecimal("1000"), bench.used(DAY));
    BidView amended =
        bench.act(
            () -> bench.bidding.amend(bid.id(), bid.version(), bench.sale(auction, "10", "40")));
    BidView smaller = bench.act(() -> bench.bidding.submit(amended.id(), amended.version()));
    assertEquals(new BigDecimal("400"), bench.used(DAY));
    assertEquals(2, bench.kept());
    bench.act(() -> bench.bidding.cancel(smaller.id(), smaller.version()));
    assertEquals(0, bench.used(DAY).signum());
  }

  @Test
  void whatWasSubmittedBeforeThereWereLimits_countsToo() {
    UUID auction = bench.world.openAuction();
    BidView old = bench.act(() -> bench.unchecked.create(bench.sale(auction, "10", "70")));
    bench.act(() -> bench.unchecked.submit(old.id(), old.version()));
    assertEquals(0, bench.kept());
    bench.limit(LimitKind.NET_POSITION, "100");
    BidView more = bench.drafted(auction, "10", "31");
    assertEquals(
        List.of("limit_exceeded"),
        refusal(() -> bench.act(() -> bench.bidding.submit(more.id(), more.version()))));
    assertEquals(new BigDecimal("70"), bench.used(DAY));
    assertEquals(1, bench.kept());
  }

  @Test
  void aLimitThatIsNearlyUsed_isToldOncePerMark() {
    RiskLimit limit = bench.limit(LimitKind.VOLUME, "100");
    UUID auction = bench.world.openAuction();
    bench.submitted(auction, "10", "49");
    assertEquals(List.of(), bench.told());
    BidView across = bench.submitted(auction, "10", "33.5");
    bench.submitted(auction, "10", "1");
    List<String> told = bench.told();
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).contains("82.5"), told.get(0));
    assertTrue(told.get(0).contains(limit.id().toString()), told.get(0));
    assertTrue(told.get(0).contains(across.id().toString()), told.get(0));
  }

  @Test
  void aboveThePolicy_somebodyElseApproves_andLimitsAreAskedAgain() {
    bench.act(
        () -> bench.policies.put(0, new ApprovalPolicy.Input(null, null, new BigDecimal("50"))));
    UUID auction = bench.world.openAuction();
    assertEquals("approved", bench.submitted(auction, "10", "50").state());
    BidView large = bench.drafted(auction, "10", "60");
    assertEquals(
        List.of("approval_required"),
        refusal(() -> bench.act(() -> bench.bidding.submit(large.id(), large.version()))));
    BidView asked = bench.act(() -> bench.bidding.requestApproval(large.id(), large.version()));
    assertEquals(1, bench.kept());
    assertEquals(
        List.of("own_bid"),
        refusal(() -> bench.act(() -> bench.bidding.approve(asked.id(), asked.version()))));
    RiskLimit limit = bench.limit(LimitKind.VOLUME, "100");
    Caller colleague = bench.colleague();
    assertEquals(
        List.of("limit_exceeded"),
        refusal(
            () ->
                bench.actAs(colleague, () -> bench.bidding.approve(asked.id(), asked.version()))));
    bench.act(
        () ->
            bench.limits.replace(
                limit.id(), limit.version(), RiskBench.input(LimitKind.VOLUME, "110")));
    BidView approved =
        bench.actAs(colleague, () -> bench.bidding.approve(asked.id(), asked.version()));
    assertEquals("approved", approved.state());
    assertEquals(new BigDecimal("110"), bench.used(DAY));
  }

  @Test
  void theApprover_seesTheDifference_theLimits_andWhoWroteIt() {
    bench.limit(LimitKind.VOLUME, "100");
    bench.act(() -> bench.policies.put(0, new ApprovalPolicy.Input(null, null, BigDecimal.TEN)));
    UUID auction = bench.world.openAuction();
    BidView small = bench.submitted(auction, "10", "10");
    BidView large =
        bench.act(
            () ->
                bench.bidding.amend(small.id(), small.version(), bench.sale(auction, "12", "80")));
    BidApproval seen = bench.act(() -> bench.approvals.of(large.id()));
    assertEquals(1, seen.comparedWith());
    assertEquals(1, seen.diff() == null ? 0 : seen.diff().blocks().size());
    assertEquals(new BigDecimal("960"), seen.value());
    assertTrue(seen.ownBid());
    assertFalse(seen.limits().get(0).exceeded());
    assertEquals(new BigDecimal("10"), seen.limits().get(0).percentBefore());
    assertEquals(new BigDecimal("80"), seen.limits().get(0).percentAfter());
    assertNull(seen.expected());
    assertEquals("Test user", seen.writtenByName());
    Caller rival = bench.rival();
    assertEquals(
        ProblemCode.NOT_FOUND,
        assertThrows(
                ProblemException.class,
                () -> bench.actAs(rival, () -> bench.approvals.of(large.id())))
            .code());
  }

  @Test
  void aLimit_isChangedAsItWasRead_namedOnce_andNobodyElses() {
    RiskLimit limit = bench.limit(LimitKind.DAILY_LOSS, "100");
    assertEquals(
        ProblemCode.CONFLICT,
        assertThrows(ProblemException.class, () -> bench.limit(LimitKind.DAILY_LOSS, "200"))
            .code());
    RiskLimit changed =
        bench.act(
            () ->
                bench.limits.replace(limit.id(), 1, RiskBench.input(LimitKind.DAILY_LOSS, "300")));
    assertEquals(new BigDecimal("300"), changed.amount());
    assertEquals(
        ProblemCode.PRECONDITION_FAILED,
        assertThrows(
                ProblemException.class,
                () ->
                    bench.act(
                        () ->
                            bench.limits.replace(
                                limit.id(), 1, RiskBench.input(LimitKind.DAILY_LOSS, "1"))))
            .code());
    Caller rival = bench.rival();
    assertEquals(List.of(), bench.actAs(rival, () -> bench.limits.list(null, 10)).items());
    assertEquals(
        ProblemCode.NOT_FOUND,
        assertThrows(
                ProblemException.class,
                () -> bench.actAs(rival, () -> bench.limits.require(limit.id())))
            .code());
    bench.act(
        () -> {
          bench.limits.delete(limit.id(), 2);
          return true;
        });
    assertEquals(List.of(), bench.act(() -> bench.limits.list(null, 10)).items());
  }
}
