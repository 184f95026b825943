package energy.optibid.book.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.assets.Asset;
import energy.optibid.assets.TechnicalLimits;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidSide;
import energy.optibid.book.CommitmentKind;
import energy.optibid.market.Auction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OversellingTest {
  private static final LocalDate DAY = LocalDate.of(2025, 4, 2);
  private static final TechnicalLimits LIMITS =
      new TechnicalLimits.Load(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.TEN);

  @Property(tries = 300)
  void refusedExactlyWhereTheSumExceedsWhatTheAssetCan(@ForAll Random random) {
    SampleDay day = new SampleDay(random, DAY);
    Asset asset = day.asset("80", "80", LIMITS);
    Auction own = day.auction(1, 60);
    Auction other = day.auction(2, 30);
    BidContent mine = day.chance(BidSide.SELL, 60, 5);
    BidContent beside = day.chance(BidSide.SELL, 60, 5);
    BidContent elsewhere = day.chance(BidSide.SELL, 30, 5);
    BidContent bought = day.chance(BidSide.BUY, 30, 5);
    PowerSeries contract = day.series(5);
    List<BidFault> faults =
        Overselling.faults(
            new CandidateBid(new UUID(9, 9), mine, own, asset, day.grid),
            List.of(
                day.offered(1, own, beside),
                day.offered(2, other, elsewhere),
                day.offered(3, other, bought),
                day.firm(CommitmentKind.LONG_TERM, null, BidSide.SELL, contract)));

    Set<Integer> expected = new TreeSet<>();
    for (int index = 0; index < day.grid.size(); index++) {
      int minute = index * 15;
      BigDecimal offered = SampleDay.inMinute(mine, own, minute);
      BigDecimal outside = SampleDay.inMinute(elsewhere, other, minute).add(contract.at(index));
      BigDecimal sum = offered.add(outside).add(SampleDay.inMinute(beside, own, minute));
      if (offered.signum() > 0 && outside.signum() > 0 && sum.compareTo(new BigDecimal(80)) > 0) {
        expected.add(index / 4 + 1);
      }
    }
    assertEquals(
        expected,
        faults.stream().map(BidFault::block).collect(Collectors.toCollection(TreeSet::new)));
    assertTrue(faults.stream().allMatch(fault -> fault.code().equals("oversold")));
  }

  @Test
  void theOtherBidAndTheContractAreNamedWithWhatTheyHave() {
    SampleDay day = new SampleDay(new Random(1), DAY);
    Asset asset = day.asset("100", "0", LIMITS);
    BidContent mine = day.content(BidSide.SELL, List.of(SampleDay.curve(11, "30.5")), List.of());
    BidContent other = day.content(BidSide.SELL, List.of(SampleDay.curve(11, "50")), List.of());
    List<BidFault> faults =
        Overselling.faults(
            new CandidateBid(new UUID(9, 9), mine, day.auction(1, 60), asset, day.grid),
            List.of(
                day.offered(2, day.auction(2, 60), other),
                day.firm(
                    CommitmentKind.LONG_TERM,
                    null,
                    BidSide.SELL,
                    PowerSeries.flat(day.grid.size(), SampleDay.mw("20")))));
    assertEquals(
        List.of(
            BidFault.inBlock(
                "/blocks/0",
                "oversold",
                "Plant can sell 100 MW in block 41 (10:00–10:15): this bid's 30.5 MW, 50 MW of the"
                    + " bid \"sample\" in market-2, 20 MW of the long-term contract \"firm\" come"
                    + " to 100.5 MW.",
                11)),
        faults);
  }
}
