package energy.optibid.settlement.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.engine.settlement.Trade;
import energy.optibid.gateway.AwaitedResult;
import energy.optibid.gateway.DeliveryAward;
import energy.optibid.gateway.ExchangeAward;
import energy.optibid.gateway.ExchangeAward.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutsideAwardsTest {
  private static final UUID ASSET = new UUID(0, 1);
  private static final UUID ELSEWHERE = new UUID(0, 2);
  private static final UUID AUCTION = new UUID(1, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final OffsetDateTime START = OffsetDateTime.parse("2026-12-01T00:00+05:30");

  private static DeliveryAward award(
      UUID asset, String market, String side, String mwh, String price, Status status) {
    return new DeliveryAward(
        market,
        DAY,
        "OB-1",
        new ExchangeAward(
            AUCTION,
            new UUID(2, 2),
            asset,
            "W2",
            side,
            1,
            "",
            START,
            BigDecimal.TEN,
            BigDecimal.ONE,
            new BigDecimal(mwh),
            new BigDecimal(price),
            "INR",
            1,
            status));
  }

  @Test
  void awardsOfAMarketAtOnePrice_areOneTrade_besideWhatRanHere() {
    OutsideAwards awards =
        OutsideAwards.of(
            List.of(
                award(ASSET, "iex-rtm", "sell", "2.5", "3000", Status.FINAL),
                award(ASSET, "iex-rtm", "buy", "0.5", "3000.0", Status.FINAL),
                award(ASSET, "iex-rtm", "sell", "0", "3000", Status.FINAL),
                award(ASSET, "iex-dam", "sell", "1", "3000", Status.CURTAILED)),
            List.of(),
            asset -> true);
    Trade here = new Trade("iex-gdam", BigDecimal.ONE, BigDecimal.TEN);
    Instant start = START.toInstant();
    Map<UUID, Map<Instant, List<Trade>>> all =
        awards.beside(Map.of(ASSET, Map.of(start, List.of(here))));
    assertEquals(
        List.of(
            here,
            new Trade("iex-dam", new BigDecimal("-1"), new BigDecimal("3000")),
            new Trade("iex-rtm", new BigDecimal("-2.0"), new BigDecimal("3000"))),
        all.getOrDefault(ASSET, Map.of()).get(start));
    assertEquals(
        3, awards.origins().getOrDefault(ASSET, Map.of()).getOrDefault(DAY, List.of()).size());
    assertEquals(0, awards.blocksNotFinal());
  }

  @Test
  void anAuctionIsRevised_whereAnAwardIsOther_moreOrGone_inDaysThatAreKept() {
    OutsideAwards told = of(award(ASSET, "iex-rtm", "sell", "2.5", "3000", Status.PROVISIONAL));
    OutsideAwards repeated = of(award(ASSET, "iex-rtm", "sell", "2.50", "3000.0", Status.FINAL));
    assertEquals(Set.of(), repeated.auctionsRevisedSince(told.origins()));
    OutsideAwards less = of(award(ASSET, "iex-rtm", "sell", "2", "3000", Status.CURTAILED));
    assertEquals(Set.of(AUCTION), less.auctionsRevisedSince(told.origins()));
    OutsideAwards cheaper = of(award(ASSET, "iex-rtm", "sell", "2.5", "2999", Status.FINAL));
    assertEquals(Set.of(AUCTION), cheaper.auctionsRevisedSince(told.origins()));
    OutsideAwards nothing = of(award(ASSET, "iex-rtm", "sell", "0", "3000", Status.FINAL));
    assertEquals(Set.of(AUCTION), nothing.auctionsRevisedSince(told.origins()));
    assertEquals(Set.of(AUCTION), told.auctionsRevisedSince(Map.of(ASSET, Map.of(DAY, List.of()))));
    assertEquals(Set.of(), told.auctionsRevisedSince(Map.of(ELSEWHERE, Map.of(DAY, List.of()))));
    assertEquals(
        Set.of(), told.auctionsRevisedSince(Map.of(ASSET, Map.of(DAY.plusDays(1), List.of()))));
  }

  private static OutsideAwards of(DeliveryAward award) {
    return OutsideAwards.of(List.of(award), List.of(), asset -> true);
  }

  @Test
  void blocksWaitForAFinalResult_onceEach_unlessTheirAssetHasNoStatement() {
    DeliveryAward provisional = award(ASSET, "iex-rtm", "sell", "2.5", "3000", Status.PROVISIONAL);
    DeliveryAward foreign = award(ELSEWHERE, "gme-mgp", "sell", "2.5", "3000", Status.PROVISIONAL);
    List<DeliveryAward> awards = List.of(provisional, provisional, foreign);
    assertEquals(
        1, OutsideAwards.of(awards, List.of(), ASSET::equals).blocksNotFinal(), "the same block");
    List<AwaitedResult> awaited =
        List.of(
            new AwaitedResult(AUCTION, "iex-rtm", DAY, ASSET, 2),
            new AwaitedResult(AUCTION, "iex-rtm", DAY, ELSEWHERE, 2));
    assertEquals(2, OutsideAwards.of(awards, awaited, ASSET::equals).blocksNotFinal());
  }
}
