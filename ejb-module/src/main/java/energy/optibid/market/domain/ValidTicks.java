package energy.optibid.market.domain;

import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.market.PriceTick;
import energy.optibid.market.PriceTicks;
import energy.optibid.market.PriceTicks.Input;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What sound ticks of a market are: a block of the market, an area of it, a price within limits.
 */
public final class ValidTicks {
  private static final int PRICE_DECIMALS = 4;
  private static final String NO_BATCH = "Give 1 to " + PriceTicks.LARGEST_BATCH + " ticks.";

  private final String marketCode;
  private final Set<String> areas;
  private final Function<Instant, Optional<AuctionRules>> rules;
  private final Instant now;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<Instant, Optional<Block>> known = new HashMap<>();

  /**
   * @param areas codes of the market's areas
   * @param rules rules of the delivery day that contains an instant, if the market has any
   */
  public ValidTicks(
      String marketCode,
      Set<String> areas,
      Function<Instant, Optional<AuctionRules>> rules,
      Instant now) {
    this.marketCode = marketCode;
    this.areas = areas;
    this.rules = rules;
    this.now = now;
  }

  /**
   * Checks a batch.
   *
   * @throws ProblemException {@code validation_failed} with every fault
   */
  public List<PriceTick> of(PriceTicks.Batch batch) {
    List<Input> inputs = batch.ticks() == null ? List.of() : batch.ticks();
    List<PriceTick> ticks = new ArrayList<>(inputs.size());
    if (inputs.isEmpty()) {
      faults.add(new Fault("/ticks", "required", NO_BATCH));
    } else if (inputs.size() > PriceTicks.LARGEST_BATCH) {
      faults.add(new Fault("/ticks", "too_many", NO_BATCH));
    } else {
      for (int i = 0; i < inputs.size(); i++) {
        tick("/ticks/" + i, inputs.get(i)).ifPresent(ticks::add);
      }
    }
    refuseFaults();
    return ticks;
  }

  /**
   * Checks one by itself, whatever was wrong with others.
   *
   * @throws ProblemException {@code validation_failed} with every fault; pointers begin at the tick
   */
  public PriceTick one(Input input) {
    faults.clear();
    Optional<PriceTick> tick = tick("", input);
    refuseFaults();
    return tick.orElseThrow();
  }

  /** How long the block of a sound tick lasts. */
  public Duration duration(PriceTick tick) {
    return blockAt(tick.startsAt()).orElseThrow().duration();
  }

  private void refuseFaults() {
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED, "These ticks cannot be told.", List.copyOf(faults));
    }
  }

  private Optional<PriceTick> tick(String at, Input input) {
    String area = input.area();
    if (area == null) {
      add(at + "/area", "required", "Name the area.");
    } else if (!areas.contains(area)) {
      add(at + "/area", "unknown", "The market has no such area.");
    }
    Instant start = input.startsAt() == null ? null : input.startsAt().toInstant();
    if (start == null) {
      add(at + "/startsAt", "required", "Say when the block begins, with offset.");
    }
    BigDecimal price = input.price();
    if (price == null) {
      add(at + "/price", "required", "Give the price per MWh.");
    } else if (price.stripTrailingZeros().scale() > PRICE_DECIMALS) {
      add(at + "/price", "decimals", "A price has at most " + PRICE_DECIMALS + " decimals.");
    }
    if (input.at() != null && input.at().toInstant().isAfter(now.plusSeconds(60))) {
      add(at + "/at", "future", "The feed cannot have it from the future.");
    }
    if (start == null || price == null) {
      return Optional.empty();
    }
    judge(at, start, price);
    return area == null
        ? Optional.empty()
        : Optional.of(new PriceTick(marketCode, area, start, price, input.atOr(now)));
  }

  private void judge(String at, Instant start, BigDecimal price) {
    Optional<Block> found = blockAt(start);
    if (found.isEmpty()) {
      add(at + "/startsAt", "no_rules", "The market has no rules for that day.");
      return;
    }
    Block block = found.get();
    if (!block.begins()) {
      add(at + "/startsAt", "not_a_block", "No block of the market begins then.");
    }
    if (price.compareTo(block.floor()) < 0 || price.compareTo(block.cap()) > 0) {
      add(
          at + "/price",
          "price_limit",
          "The price is outside %s to %s."
              .formatted(
                  block.floor().stripTrailingZeros().toPlainString(),
                  block.cap().stripTrailingZeros().toPlainString()));
    }
  }

  /** Worked out once for all areas that have a price of it. */
  private Optional<Block> blockAt(Instant start) {
    return known.computeIfAbsent(start, at -> rules.apply(at).map(day -> Block.of(day, at)));
  }

  /**
   * What the rules say of an instant.
   *
   * @param begins whether a block begins there
   */
  private record Block(boolean begins, Duration duration, BigDecimal floor, BigDecimal cap) {
    static Block of(AuctionRules day, Instant start) {
      LocalDate date = start.atZone(day.timeZone()).toLocalDate();
      DeliveryDay blocks = new DeliveryDay(date, day.timeZone(), day.marketTimeUnit());
      long seconds = start.getEpochSecond() - blocks.start().getEpochSecond();
      return new Block(
          start.getNano() == 0 && seconds % day.marketTimeUnit().toSeconds() == 0,
          day.marketTimeUnit(),
          day.priceFloor().toBigDecimal(),
          day.priceCap().toBigDecimal());
    }
  }

  private void add(String field, String code, String message) {
    faults.add(new Fault(field, code, message));
  }
}
