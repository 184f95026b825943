package energy.optibid.market.adapter;

import energy.optibid.market.BidAreas;
import energy.optibid.market.Markets;
import energy.optibid.market.PriceTick;
import energy.optibid.market.PriceTick.Numbered;
import energy.optibid.market.PriceTicks;
import energy.optibid.market.TickRelay;
import energy.optibid.market.domain.TickStream;
import energy.optibid.rules.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The ticks of this node, in its memory; those of other nodes come by a relay. */
@ApplicationScoped
@Typed({PriceTicks.class, NodePriceTicks.class})
public class NodePriceTicks implements PriceTicks, TickRelay.Node {
  private static final Logger LOG = Logger.getLogger(NodePriceTicks.class.getName());

  private final SoundTicks sound;
  private final Iterable<TickRelay> relays;

  /** What is told here is passed on in the same order. */
  private final Object order = new Object();

  private final UUID epoch = UUID.randomUUID();
  private final Map<String, TickStream> streams = new ConcurrentHashMap<>();
  private final List<Consumer<Numbered>> listeners = new CopyOnWriteArrayList<>();

  @Inject
  public NodePriceTicks(
      Markets markets, BidAreas areas, Rules rules, Clock clock, @Any Instance<TickRelay> relays) {
    this(markets, areas, rules, clock, (Iterable<TickRelay>) relays);
  }

  /** The same with given relays. */
  public NodePriceTicks(
      Markets markets, BidAreas areas, Rules rules, Clock clock, Iterable<TickRelay> relays) {
    this.sound = new SoundTicks(markets, areas, rules, clock);
    this.relays = relays;
  }

  @Override
  public int publish(String marketCode, Batch batch) {
    List<PriceTick> ticks = sound.of(marketCode).of(batch);
    tell(ticks);
    return ticks.size();
  }

  @Override
  public void tell(List<PriceTick> ticks) {
    synchronized (order) {
      receive(ticks);
      for (TickRelay relay : relays) {
        if (relay.isOn()) {
          relay.pass(ticks);
        }
      }
    }
  }

  @Override
  public void receive(List<PriceTick> ticks) {
    for (PriceTick tick : ticks) {
      streamOf(tick).add(tick, this::hear);
    }
  }

  @Override
  public void catchUp(List<PriceTick> newest) {
    for (PriceTick tick : newest) {
      streamOf(tick).catchUp(tick, this::hear);
    }
  }

  @Override
  public List<PriceTick> newest() {
    // never those of a batch that is told but not yet passed on, which others would hear again
    synchronized (order) {
      return streams.values().stream()
          .flatMap(stream -> stream.newest().stream())
          .map(Numbered::tick)
          .toList();
    }
  }

  private TickStream streamOf(PriceTick tick) {
    return streams.computeIfAbsent(tick.channel(), channel -> new TickStream());
  }

  private void hear(Numbered tick) {
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
