package energy.optibid.settlement.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.bidding.BidSide;
import energy.optibid.clearing.Award;
import energy.optibid.clearing.AwardReason;
import energy.optibid.settlement.Positions;
import energy.optibid.settlement.Positions.AssetPosition;
import energy.optibid.settlement.domain.PositionSums.Part;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PositionSumsTest {
  private static final UUID AUCTION = new UUID(0, 1);

  private static Award award(int asset, int block, BidSide side, String mwh, String amount) {
    return new Award(
        new UUID(9, asset * 100L + block),
        new UUID(0, 2),
        new UUID(0, 3),
        new UUID(0, asset),
        "NORD",
        block,
        OffsetDateTime.parse("2025-04-01T22:00:00Z"),
        side,
        new BigDecimal(mwh),
        new BigDecimal(mwh),
        BigDecimal.TEN,
        new BigDecimal(amount),
        "EUR",
        AwardReason.IN_THE_MONEY,
        1,
        "final",
        "simulated");
  }

  private static Positions sums(List<Award> awards) {
    return PositionSums.of(AUCTION, "EUR", awards.stream().map(Part::of).toList(), UUID::toString);
  }

  @Test
  void withoutAwardsTheMoneyIsZero() {
    Positions none = PositionSums.of(AUCTION, "EUR", List.of(), UUID::toString);
    assertEquals(new BigDecimal("0.00"), none.total());
    assertEquals(List.of(), none.assets());
  }

  @Test
  void aSaleIsNegativeEnergyAndPositiveMoney() {
    Positions sums =
        PositionSums.of(
            AUCTION,
            "EUR",
            List.of(
                Part.of(award(1, 1, BidSide.SELL, "10", "100.01")),
                Part.of(award(1, 1, BidSide.BUY, "4", "-40.00")),
                Part.of(award(1, 2, BidSide.SELL, "1", "0.01"))),
            id -> "Battery");
    AssetPosition battery = sums.assets().get(0);
    assertEquals("Battery", battery.assetName());
    assertEquals(new BigDecimal("-6"), battery.blocks().get(0).energyMwh());
    assertEquals(new BigDecimal("60.01"), battery.blocks().get(0).amount());
    assertEquals(new BigDecimal("-7"), battery.energyMwh());
    assertEquals(new BigDecimal("60.02"), sums.total());
  }

  /** Summed in whole cents by another road, the totals are the same at every level. */
  @Property(tries = 200)
  void totalsAddRoundedLines(@ForAll("books") List<Award> awards) {
    Positions sums = sums(awards);
    long cents = 0;
    for (Award award : awards) {
      cents += award.amount().movePointRight(2).longValueExact();
    }
    assertEquals(BigDecimal.valueOf(cents, 2), sums.total());
    assertEquals(
        BigDecimal.valueOf(cents, 2),
        sums.assets().stream()
            .flatMap(asset -> asset.blocks().stream())
            .map(Positions.BlockPosition::amount)
            .reduce(new BigDecimal("0.00"), BigDecimal::add));
  }

  @Provide
  Arbitrary<List<Award>> books() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(1, 24),
            Arbitraries.of(BidSide.class),
            Arbitraries.longs().between(-1_000_000_00L, 1_000_000_00L))
        .as(
            (asset, block, side, cents) ->
                award(asset, block, side, "1.5", BigDecimal.valueOf(cents, 2).toPlainString()))
        .list()
        .ofMaxSize(100);
  }
}
