package energy.optibid.market.adapter;

import energy.optibid.market.BidAreas;
import energy.optibid.market.Market;
import energy.optibid.market.MarketFeed;
import energy.optibid.market.Markets;
import energy.optibid.market.PriceTick;
import energy.optibid.market.PriceTicks;
import energy.optibid.market.domain.ValidTicks;
import energy.optibid.rules.Rules;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.SystemConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Judges what a feed tells by the market's own rules; {@link FedBatch} writes it. */
@ApplicationScoped
@Typed(MarketFeed.class)
public class StoredMarketFeed implements MarketFeed {
  private final Markets markets;
  private final SoundTicks soundTicks;
  private final FedPriceTable table;

  @Inject
  public StoredMarketFeed(
      Markets markets,
      BidAreas areas,
      Rules rules,
      Clock clock,
      SystemConnections connections,
      PriceTicks ticks) {
    this.markets = markets;
    this.soundTicks = new SoundTicks(markets, areas, rules, clock);
    this.table = new FedPriceTable(connections, ticks);
  }

  /** A market with the judge of its ticks, for one batch. */
  private record Judge(Market market, ValidTicks ticks) {
    FedBatch.Row row(PriceTick tick) {
      return new FedBatch.Row(tick, ticks.duration(tick).toMinutes(), market.currency());
    }
  }

  @Override
  public Judged judge(List<FedPrice> prices) {
    Map<String, Optional<Judge>> judges = new HashMap<>();
    Map<Integer, ProblemException> refused = new TreeMap<>();
    Map<FedBatch.Block, FedBatch.Row> newest = new HashMap<>(prices.size() * 2);
    for (int i = 0; i < prices.size(); i++) {
      FedPrice fed = prices.get(i);
      try {
        Judge judge = judgeOf(fed, judges);
        PriceTick tick = judge.ticks().one(fed.price());
        newest.merge(
            FedBatch.Block.of(tick),
            judge.row(tick),
            (a, b) -> a.tick().at().isBefore(b.tick().at()) ? b : a);
      } catch (ProblemException e) {
        refused.put(i, e);
      }
    }
    return new Judged(new FedBatch(newest.values(), table), refused);
  }

  private Judge judgeOf(FedPrice fed, Map<String, Optional<Judge>> judges) {
    if (fed.marketCode() == null) {
      throw refusal("required", "Name the market.");
    }
    return judges
        .computeIfAbsent(
            fed.marketCode(),
            code -> markets.find(code).map(market -> new Judge(market, soundTicks.of(market))))
        .orElseThrow(() -> refusal("unknown", "There is no such market."));
  }

  private static ProblemException refusal(String code, String sentence) {
    return new ProblemException(
        ProblemCode.VALIDATION_FAILED,
        "This price cannot be taken.",
        List.of(new Fault("/marketCode", code, sentence)));
  }
}
