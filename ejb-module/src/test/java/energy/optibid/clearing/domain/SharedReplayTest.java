package energy.optibid.clearing.domain;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.ReplayOutcome;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import energy.optibid.market.CurveBook;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A shared auction of one block, the day's 24th, in which two desks bid. INR and MW. */
class SharedReplayTest {
  private static final int BLOCK = 24;
  private static final OrganizationId OWN = new OrganizationId(new UUID(4, 1));
  private static final OrganizationId RIVAL = new OrganizationId(new UUID(4, 2));
  private static final OrganizationId OTHER = new OrganizationId(new UUID(4, 3));
  private static final CurveBook BOOK =
      new CurveBook(
          BLOCK,
          new DeliveryBlock(Instant.parse("2026-11-27T00:15:00Z"), Duration.ofMinutes(15)),
          List.of("N2"),
          List.of(
              curve("discom", "0", "40", "10000", "40"),
              curve("plant", "0", "0", "10000", "-60"),
              curve("mill", "0", "0", "10000", "-40")),
          List.of(),
          new ClearingRules(
              Currency.getInstance("INR"),
              Price.of("0"),
              Price.of("10000"),
              Power.ofMegawatts("0.1"),
              TiePrice.MIDPOINT),
          Price.of("0.01"));

  private static CurveOrder curve(String id, String... pricesAndMegawatts) {
    return new CurveOrder(
        id,
        "N2",
        List.of(
            new CurveCorner(
                Price.of(pricesAndMegawatts[0]), Power.ofMegawatts(pricesAndMegawatts[1])),
            new CurveCorner(
                Price.of(pricesAndMegawatts[2]), Power.ofMegawatts(pricesAndMegawatts[3]))));
  }

  private static SubmittedBid sell(OrganizationId organization, int id) {
    return new SubmittedBid(
        organization,
        new UUID(1, id),
        new UUID(2, id),
        1,
        new BidContent(
            new UUID(3, id), "N2", BidSide.SELL, null, List.of(new BidBlock(BLOCK, line("100")))));
  }

  private static List<BidPoint> line(String megawatts) {
    return List.of(
        new BidPoint(BigDecimal.ZERO, BigDecimal.ZERO),
        new BidPoint(new BigDecimal("10000"), new BigDecimal(megawatts)));
  }

  @Test
  void others_areOneCurvePerAreaAndSide_andTheirPriceStays() {
    SubmittedBid own = sell(OWN, 1);
    ReplayBase base =
        ReplayBase.shared(
            List.of(BOOK),
            false,
            Earlier.NONE,
            List.of(own, sell(RIVAL, 2)),
            List.of(own),
            WorkBudget.DEFAULT);
    assertEquals(
        List.of("bid/" + own.bidId(), "others/N2/buy", "others/N2/sell"),
        base.problem().periods().get(0).curves().stream().map(CurveOrder::id).sorted().toList());
    // 40 MW on three lines of 100·p/10,000 each
    assertEquals(
        new BigDecimal("1333.3300"), base.cleared().period(1).zone("N2").price().toBigDecimal());
    assertTrue(base.approximate());
  }

  @Test
  void bidsOfALoneOrganisation_areNotShownAsASum() {
    SubmittedBid own = sell(OWN, 1);
    CurveBook onlyBuyers =
        new CurveBook(
            BOOK.number(),
            BOOK.block(),
            BOOK.zones(),
            BOOK.orders().stream()
                .filter(curve -> curve.corners().get(0).quantity().kilowatts() > 0)
                .toList(),
            BOOK.links(),
            BOOK.rules(),
            BOOK.tick());
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                ReplayBase.shared(
                    List.of(onlyBuyers),
                    false,
                    Earlier.NONE,
                    List.of(own, sell(RIVAL, 2), sell(RIVAL, 3)),
                    List.of(own),
                    WorkBudget.DEFAULT));
    assertEquals(ProblemCode.CONFLICT, refused.code());
    assertFalse(String.valueOf(refused.getMessage()).contains("N2"));
    assertDoesNotThrow(
        () ->
            ReplayBase.shared(
                List.of(onlyBuyers),
                false,
                Earlier.NONE,
                List.of(own, sell(RIVAL, 2), sell(OTHER, 3)),
                List.of(own),
                WorkBudget.DEFAULT));
  }

  @Test
  void outcome_showsPricesAndOwnBidsOnly() {
    SubmittedBid own = sell(OWN, 1);
    SubmittedBid rival = sell(RIVAL, 2);
    ReplayBase base =
        ReplayBase.shared(
            List.of(BOOK),
            false,
            Earlier.NONE,
            List.of(own, rival),
            List.of(own),
            WorkBudget.DEFAULT);
    ReplayRequest request =
        new ReplayRequest(
            List.of(
                new ReplayRequest.Change(
                    own.bidId(), null, null, null, List.of(new BidBlock(BLOCK, line("200"))))),
            null);
    ReplayOutcome outcome = new Replaying(base, request, OWN).outcome(List.of());
    // four lines share the 40 MW, then two
    assertEquals(List.of(new BigDecimal("1000.00")), outcome.areas().get(0).after());
    assertEquals(List.of(new BigDecimal("2000.00")), outcome.areas().get(0).without());
    assertEquals(1, outcome.bids().size());
    assertEquals(List.of(new BigDecimal("5")), outcome.bids().get(0).acceptedAfter());
    assertEquals(new BigDecimal("5000.00"), outcome.revenueAfter());
    assertEquals(BLOCK, outcome.firstBlock());
    assertTrue(!outcome.toString().contains(rival.bidId().toString()));
  }
}
