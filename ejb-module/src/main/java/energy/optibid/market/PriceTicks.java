package energy.optibid.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Prices as they come in. They are told to those who watch on this node, passed on to other nodes
 * where there is a {@link TickRelay}, and kept in memory: the newest of each block, no more.
 * Nothing here waits for anybody.
 */
public interface PriceTicks {
  /** Most ticks of one batch. */
  int LARGEST_BATCH = 10_000;

  /** Name of the channel of an area. */
  static String channel(String marketCode, String area) {
    return "market.prices." + marketCode + "." + area;
  }

  /**
   * Tells a batch in its order.
   *
   * @return how many
   * @throws energy.optibid.shared.ProblemException {@code not_found} for an unknown market, {@code
   *     validation_failed} with every fault; then none is told
   */
  int publish(String marketCode, Batch batch);

  /** Tells ticks that were found sound, in their order. */
  void tell(List<PriceTick> ticks);

  /** The newest of each of a channel's blocks, by start; the latest number is the highest. */
  List<PriceTick.Numbered> newest(String channel);

  /** The life of this node's numbers: after a restart it is another, and the numbers begin anew. */
  UUID epoch();

  /** Hears every tick from now on, each channel in order; returns at once. */
  Subscription onTick(Consumer<PriceTick.Numbered> listener);

  /** Ends a subscription when closed. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /** What a feed sends; anything may be missing, validation names every gap. */
  record Batch(@Nullable List<Input> ticks) {}

  /**
   * One price.
   *
   * @param price currency of the market per MWh
   * @param at when the feed had it; null for now
   */
  record Input(
      @Nullable String area,
      @Nullable OffsetDateTime startsAt,
      @Nullable BigDecimal price,
      @Nullable OffsetDateTime at) {
    /** When the feed had it. */
    public Instant atOr(Instant now) {
      return at == null ? now : at.toInstant();
    }
  }
}
