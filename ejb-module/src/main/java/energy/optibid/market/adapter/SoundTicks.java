package energy.optibid.market.adapter;

import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.market.BidArea;
import energy.optibid.market.BidAreas;
import energy.optibid.market.Market;
import energy.optibid.market.Markets;
import energy.optibid.market.domain.ValidTicks;
import energy.optibid.rules.Rules;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a market's ticks are judged by: its areas, and its rules of each day. */
record SoundTicks(Markets markets, BidAreas areas, Rules rules, Clock clock) {

  /**
   * The judge of a market, for one batch.
   *
   * @throws ProblemException {@code not_found} for an unknown market
   */
  ValidTicks of(String marketCode) {
    Market market = markets.find(marketCode).orElseThrow(() -> ProblemException.notFound("market"));
    return of(market);
  }

  ValidTicks of(Market market) {
    ZoneId zone = ZoneId.of(market.timeZone());
    // finding the rules of a day costs more than judging all its blocks
    Map<LocalDate, Optional<AuctionRules>> days = new HashMap<>();
    return new ValidTicks(
        market.code(),
        areas.of(market.code()).stream().map(BidArea::code).collect(Collectors.toSet()),
        start ->
            days.computeIfAbsent(
                start.atZone(zone).toLocalDate(), day -> rulesOf(market.code(), day)),
        clock.instant());
  }

  private Optional<AuctionRules> rulesOf(String marketCode, LocalDate day) {
    try {
      return Optional.of(rules.forDay(marketCode, day));
    } catch (ProblemException e) {
      if (e.code() != ProblemCode.NOT_FOUND) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
