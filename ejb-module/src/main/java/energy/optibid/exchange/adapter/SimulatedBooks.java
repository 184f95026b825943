package energy.optibid.exchange.adapter;

import energy.optibid.engine.market.ClearingParameters;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.simulation.Segment;
import energy.optibid.engine.simulation.SimulatedExchange;
import energy.optibid.exchange.domain.ExchangeState;
import energy.optibid.exchange.domain.ExchangeStore;
import energy.optibid.exchange.domain.SimulatedMarket;
import energy.optibid.market.Auction;
import energy.optibid.market.CurveBook;
import energy.optibid.market.CurveBooks;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Makes the books of simulated auctions from the exchange's seed; nothing is stored. */
@ApplicationScoped
@Typed(CurveBooks.class)
public class SimulatedBooks implements CurveBooks {
  private final ExchangeStore store;
  private final Transactions transactions;
  private final Map<Long, SimulatedExchange> bySeed = new ConcurrentHashMap<>();

  @Inject
  public SimulatedBooks(ExchangeStore store, Transactions transactions) {
    this.store = store;
    this.transactions = transactions;
  }

  @Override
  public List<CurveBook> load(Auction auction, AuctionRules rules) {
    SimulatedExchange market = simulation(auction);
    return IntStream.range(auction.firstBlock(), auction.firstBlock() + auction.blockCount())
        .mapToObj(block -> book(market, auction, rules, block))
        .toList();
  }

  @Override
  public CurveBook load(Auction auction, AuctionRules rules, int block) {
    return book(simulation(auction), auction, rules, block);
  }

  private static CurveBook book(
      SimulatedExchange market, Auction auction, AuctionRules rules, int block) {
    Segment segment = SimulatedMarket.ofCode(auction.marketCode()).segment();
    return new CurveBook(
        block,
        auction.day().block(block),
        auction.areas(),
        market.orders(segment, rules, block),
        market.links(auction.deliveryDay(), block),
        ClearingParameters.of(rules),
        rules.publicationTick());
  }

  private SimulatedExchange simulation(Auction auction) {
    UUID exchangeId = auction.exchangeId();
    if (exchangeId == null) {
      throw ProblemException.notFound("simulated auction");
    }
    long seed =
        transactions
            .call(() -> store.find(exchangeId))
            .map(ExchangeState::seed)
            .orElseThrow(() -> ProblemException.notFound("exchange"));
    return bySeed.computeIfAbsent(seed, SimulatedExchange::of);
  }
}
