package energy.optibid.engine.simulation;

import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.rules.AuctionRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The other participants of a power exchange with the thirteen bid areas of the Indian grid. What
 * they bid depends on the seed, the day and the block alone: any block can be made at any time, by
 * any thread, in any order, and is always the same.
 *
 * <p>Behaviour is drawn in floating point and then rounded to ticks and lots, so the orders
 * themselves are exact. Nothing here is fitted to a participant; the sum is set to look like
 * published days (docs/simulated-exchange.md shows the comparison).
 */
public final class SimulatedExchange {
  /** Blocks of a day: quarter hours, in a country that changes no clocks. */
  static final int BLOCKS = 96;

  private static final int DAYS_KEPT = 8;

  private final long seed;
  private final List<Participant> participants;
  private final SellerCurves sellers;
  private final BuyerCurves buyers;
  private final Map<LocalDate, DayConditions> days =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, DayConditions> eldest) {
          return size() > DAYS_KEPT;
        }
      };

  private SimulatedExchange(long seed) {
    this.seed = seed;
    this.participants = Roster.of(seed);
    this.sellers = new SellerCurves(seed);
    this.buyers = new BuyerCurves(seed);
  }

  public static SimulatedExchange of(long seed) {
    return new SimulatedExchange(seed);
  }

  /** What everything it does is drawn from. */
  public long seed() {
    return seed;
  }

  /** Codes of the bid areas. */
  public List<String> areas() {
    return Area.ALL.stream().map(Area::name).toList();
  }

  public List<Participant> participants() {
    return participants;
  }

  /**
   * The book of one block.
   *
   * @param rules the market's rules of the delivery day: limits, tick, lot, most points
   * @param block number of the block, from 1
   */
  public List<CurveOrder> orders(Segment segment, AuctionRules rules, int block) {
    DayConditions day = day(rules.deliveryDay());
    List<CurveOrder> orders = new ArrayList<>(participants.size());
    for (Participant participant : participants) {
      CurveOrder order = order(participant, segment, rules, day, block);
      if (order != null) {
        orders.add(order);
      }
    }
    return orders;
  }

  /**
   * What the corridors between the areas can carry in a block, for all its auctions together: one
   * that clears later has what earlier ones leave.
   */
  public List<Link> links(LocalDate day, int block) {
    return Corridors.links(seed, day, block, day(day).tightness(block));
  }

  /**
   * Weather of a block.
   *
   * @throws IllegalArgumentException if there is no such area
   */
  public Weather weather(String area, LocalDate day, int block) {
    return day(day).weather(Area.valueOf(area), block);
  }

  private @Nullable CurveOrder order(
      Participant participant, Segment segment, AuctionRules rules, DayConditions day, int block) {
    return switch (participant.kind()) {
      case COAL, GAS -> sellers.thermal(participant, segment, rules, day, block);
      case HYDRO -> sellers.hydro(participant, segment, rules, day, block);
      case WIND, SOLAR -> sellers.renewable(participant, segment, rules, day, block);
      case DISCOM -> buyers.discom(participant, segment, rules, day, block);
      case INDUSTRY -> buyers.industry(participant, segment, rules, day, block);
      case TRADER -> buyers.trader(participant, segment, rules, day, block);
    };
  }

  private DayConditions day(LocalDate day) {
    synchronized (days) {
      return days.computeIfAbsent(day, date -> new DayConditions(seed, date, BLOCKS));
    }
  }
}
