package energy.optibid.market.adapter;

import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.market.BidArea;
import energy.optibid.market.BidAreas;
import energy.optibid.market.Market;
import energy.optibid.market.Markets;
import energy.optibid.market.PriceTick;
import energy.optibid.market.PriceTick.Numbered;
import energy.optibid.market.PriceTicks;
import energy.optibid.market.domain.TickStream;
import energy.optibid.market.domain.ValidTicks;
import energy.optibid.rules.Rules;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** The ticks of this node, in its memory. */
@ApplicationScoped
@Typed(PriceTicks.class)
public class NodePriceTicks implements PriceTicks {
  private static final Logger LOG = Logger.getLogger(NodePriceTicks.class.getName());

  private final Markets markets;
  private final BidAreas areas;
  private final Rules rules;
  private final Clock clock;
  private final UUID epoch = UUID.randomUUID();
  private final Map<String, TickStream> streams = new ConcurrentHashMap<>();
  private final List<Consumer<Numbered>> listeners = new CopyOnWriteArrayList<>();

  @Inject
  public NodePriceTicks(Markets markets, BidAreas areas, Rules rules, Clock clock) {
    this.markets = markets;
    this.areas = areas;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public int publish(String marketCode, Batch batch) {
    Market market = markets.find(marketCode).orElseThrow(() -> ProblemException.notFound("market"));
    ZoneId zone = ZoneId.of(market.timeZone());
    List<PriceTick> ticks =
        new ValidTicks(
                marketCode,
                areas.of(marketCode).stream().map(BidArea::code).collect(Collectors.toSet()),
                start -> rulesOf(marketCode, start, zone),
                clock.instant())
            .of(batch);
    for (PriceTick tick : ticks) {
      streams.computeIfAbsent(tick.channel(), channel -> new TickStream()).add(tick, this::tell);
    }
    return ticks.size();
  }

  private Optional<AuctionRules> rulesOf(String marketCode, Instant start, ZoneId zone) {
    try {
      return Optional.of(rules.forDay(marketCode, start.atZone(zone).toLocalDate()));
    } catch (ProblemException e) {
      if (e.code() != ProblemCode.NOT_FOUND) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private void tell(Numbered tick) {
    for (Consumer<Numbered> listener : listeners) {
      try {
        listener.accept(tick);
      } catch (RuntimeException e) {
        // one listener's failure must not keep the tick from the others
        LOG.log(Level.WARNING, "a listener failed on a tick of " + tick.tick().channel(), e);
      }
    }
  }

  @Override
  public List<Numbered> newest(String channel) {
    TickStream stream = streams.get(channel);
    return stream == null ? List.of() : stream.newest();
  }

  @Override
  public UUID epoch() {
    return epoch;
  }

  @Override
  public Subscription onTick(Consumer<Numbered> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
