package energy.optibid.book.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.assets.TechnicalLimits.Battery;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidOffer;
import energy.optibid.bidding.BidSide;
import energy.optibid.book.CommitmentKind;
import energy.optibid.book.domain.Offer.Claim;
import energy.optibid.book.domain.StateOfCharge.Band;
import energy.optibid.market.Auction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StateOfChargeTest {
  private static final LocalDate DAY = LocalDate.of(2025, 4, 2);

  /** 100 MWh, half full, must keep 10 %, may hold 90 %. */
  private static final Battery BATTERY = battery("0.5");

  private static Battery battery(String initial) {
    return new Battery(
        SampleDay.mw("100"),
        SampleDay.mw("0.9"),
        SampleDay.mw("0.8"),
        SampleDay.mw("0.1"),
        SampleDay.mw("0.9"),
        SampleDay.mw(initial),
        null,
        BigDecimal.ZERO);
  }

  /** Every choice of plans that come, and within them of alternatives, is played through. */
  @Property(tries = 100)
  void theBandIsTheWorstOfEveryCaseThatMayCome(@ForAll Random random) {
    SampleDay day = new SampleDay(random, DAY);
    List<Commitment> commitments = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Auction auction = day.auction(i % 2, 60);
      BidSide side = random.nextBoolean() ? BidSide.SELL : BidSide.BUY;
      commitments.add(day.offered(i, auction, day.chance(side, 60, 3)));
    }
    commitments.add(
        day.firm(CommitmentKind.AWARDED, day.auction(5, 60), BidSide.BUY, day.series(3)));
    commitments.add(day.firm(CommitmentKind.LONG_TERM, null, BidSide.SELL, day.series(3)));

    Band band = StateOfCharge.band(BATTERY, day.grid.size(), commitments);
    List<BigDecimal[]> cases = cases(commitments, day.grid.size());
    for (int index = 0; index < 16; index++) {
      int at = index;
      same(least(cases, at), band.least().get(at));
      same(
          cases.stream().map(one -> one[at]).reduce(BigDecimal::max).orElseThrow(),
          band.most().get(at));
    }
  }

  private static BigDecimal least(List<BigDecimal[]> cases, int at) {
    return cases.stream().map(one -> one[at]).reduce(BigDecimal::min).orElseThrow();
  }

  /** Deliverable energy over the day in every case, by plain simulation of the store. */
  private static List<BigDecimal[]> cases(List<Commitment> commitments, int blocks) {
    List<BigDecimal[]> cases = new ArrayList<>();
    List<UUID> plans =
        commitments.stream()
            .filter(commitment -> !commitment.kind().isFirm())
            .map(Commitment::auctionId)
            .distinct()
            .toList();
    for (int come = 0; come < 1 << plans.size(); come++) {
      int chosen = come;
      List<Commitment> here =
          commitments.stream()
              .filter(
                  commitment ->
                      commitment.kind().isFirm()
                          || (chosen >> plans.indexOf(commitment.auctionId()) & 1) == 1)
              .toList();
      choose(here, 0, 0, PowerSeries.zero(blocks), PowerSeries.zero(blocks), cases);
    }
    return cases;
  }

  private static void choose(
      List<Commitment> commitments,
      int next,
      int claim,
      PowerSeries sold,
      PowerSeries bought,
      List<BigDecimal[]> cases) {
    if (next == commitments.size()) {
      cases.add(simulated(sold, bought));
      return;
    }
    Commitment commitment = commitments.get(next);
    List<Claim> claims = commitment.offer().versions().get(0);
    if (claim == claims.size()) {
      choose(commitments, next + 1, 0, sold, bought, cases);
      return;
    }
    for (PowerSeries alternative : claims.get(claim).alternatives()) {
      boolean sells = commitment.side() == BidSide.SELL;
      choose(
          commitments,
          next,
          claim + 1,
          sells ? sold.plus(alternative) : sold,
          sells ? bought : bought.plus(alternative),
          cases);
    }
  }

  private static BigDecimal[] simulated(PowerSeries sold, PowerSeries bought) {
    BigDecimal stored = SampleDay.mw("50");
    BigDecimal[] deliverable = new BigDecimal[sold.blocks()];
    for (int i = 0; i < sold.blocks(); i++) {
      stored =
          stored
              .add(bought.at(i).multiply(SampleDay.mw("0.25")).multiply(SampleDay.mw("0.9")))
              .subtract(
                  sold.at(i)
                      .multiply(SampleDay.mw("0.25"))
                      .divide(SampleDay.mw("0.8"), MathContext.DECIMAL128));
      deliverable[i] = stored.multiply(SampleDay.mw("0.8"));
    }
    return deliverable;
  }

  private static void same(BigDecimal expected, BigDecimal actual) {
    assertEquals(
        expected.setScale(9, RoundingMode.HALF_EVEN), actual.setScale(9, RoundingMode.HALF_EVEN));
  }

  private final SampleDay day = new SampleDay(new Random(1), DAY);

  private CandidateBid candidate(Auction auction, BidContent content, Battery battery) {
    return new CandidateBid(
        new UUID(9, 9), content, auction, day.asset("100", "100", battery), day.grid);
  }

  private BidContent one(BidSide side, int block, String megawatts) {
    return day.content(side, List.of(SampleDay.curve(block, megawatts)), List.of());
  }

  @Test
  void whatItHoldsItMayDeliver_andNoMore() {
    Auction auction = day.auction(1, 60);
    // 40 of 50 MWh may go, at 0.8 of it
    assertEquals(
        Optional.empty(),
        StateOfCharge.fault(
            candidate(auction, one(BidSide.SELL, 19, "32"), BATTERY), BATTERY, List.of()));
    BidFault fault =
        StateOfCharge.fault(
                candidate(auction, one(BidSide.SELL, 19, "32.1"), BATTERY), BATTERY, List.of())
            .orElseThrow();
    assertEquals("state_of_charge", fault.code());
    assertEquals("/blocks/0", fault.field());
    assertEquals(19, fault.block());
    assertEquals(
        "At the end of block 76 (18:45–19:00), Plant would at worst hold 9.875 MWh, less than the"
            + " 10 MWh it must keep. Offers of other auctions count only where they make it"
            + " worse.",
        fault.message());
  }

  @Test
  void aDischargeLeansOnAChargeOfItsOwnAuction_butNotOfAnother() {
    Battery empty = battery("0.1");
    Auction auction = day.auction(1, 60);
    Auction other = day.auction(2, 60);
    CandidateBid discharge = candidate(auction, one(BidSide.SELL, 19, "36"), empty);
    BidContent charge = one(BidSide.BUY, 3, "50");
    assertEquals(
        Optional.empty(),
        StateOfCharge.fault(discharge, empty, List.of(day.offered(1, auction, charge))));
    assertTrue(
        StateOfCharge.fault(discharge, empty, List.of(day.offered(1, other, charge))).isPresent());
    assertEquals(
        Optional.empty(),
        StateOfCharge.fault(
            discharge,
            empty,
            List.of(
                day.firm(
                    CommitmentKind.AWARDED,
                    other,
                    BidSide.BUY,
                    Offer.of(BidOffer.of(charge), other.day(), day.grid).most()))));
  }

  @Test
  void aChargeAfterTheDischargeComesTooLate() {
    Battery empty = battery("0.1");
    Auction auction = day.auction(1, 60);
    assertTrue(
        StateOfCharge.fault(
                candidate(auction, one(BidSide.SELL, 3, "10"), empty),
                empty,
                List.of(day.offered(1, auction, one(BidSide.BUY, 19, "50"))))
            .isPresent());
  }

  @Test
  void aFullBatteryTakesNoMore_andABidThatHelpsIsTaken() {
    Battery full = battery("0.9");
    Auction auction = day.auction(1, 60);
    assertTrue(
        StateOfCharge.fault(candidate(auction, one(BidSide.BUY, 3, "1"), full), full, List.of())
            .isPresent());
    PowerSeries tooMuch =
        PowerSeries.of(
            IntStream.range(0, day.grid.size())
                .mapToObj(index -> index < 4 ? SampleDay.mw("20") : BigDecimal.ZERO)
                .toArray(BigDecimal[]::new));
    assertEquals(
        Optional.empty(),
        StateOfCharge.fault(
            candidate(auction, one(BidSide.SELL, 2, "5"), full),
            full,
            List.of(day.firm(CommitmentKind.BILATERAL, null, BidSide.BUY, tooMuch))));
  }
}
