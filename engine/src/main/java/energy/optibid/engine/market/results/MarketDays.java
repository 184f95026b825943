package energy.optibid.engine.market.results;

import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.rules.RuleMissingException;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.units.DeliveryDay;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The delivery days of several markets with their rules, each looked up once. */
public final class MarketDays {
  private final Map<String, RulePack> packs;
  private final Map<String, Map<LocalDate, MarketDay>> known = new HashMap<>();

  /**
   * A day under its rules.
   *
   * @param areas every code a price may have: the market's zones, its neighbours and indices, and
   *     the market as a whole
   */
  public record MarketDay(AuctionRules rules, DeliveryDay day, Set<String> areas) {}

  /**
   * @param packs rule packs by market code
   */
  public MarketDays(Map<String, RulePack> packs) {
    this.packs = Map.copyOf(packs);
  }

  /** Whether there is a pack for the market. */
  public boolean knows(String market) {
    return packs.containsKey(market);
  }

  /** The pack of a market, or null. */
  public @Nullable RulePack pack(String market) {
    return packs.get(market);
  }

  /** The day, or null where the market's pack says nothing about it. */
  public @Nullable MarketDay find(String market, LocalDate date) {
    RulePack pack = packs.get(market);
    if (pack == null) {
      return null;
    }
    Map<LocalDate, MarketDay> days = known.computeIfAbsent(market, code -> new HashMap<>());
    MarketDay found = days.get(date);
    if (found == null) {
      try {
        AuctionRules rules = pack.auction(date);
        Set<String> areas = new HashSet<>(rules.zones());
        areas.addAll(rules.borderZones());
        areas.addAll(rules.referencePrices());
        areas.add(PublishedBlock.WHOLE_MARKET);
        found = new MarketDay(rules, rules.day(), areas);
        days.put(date, found);
      } catch (RuleMissingException e) {
        return null;
      }
    }
    return found;
  }
}
