package energy.optibid.rules.domain;

import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.rules.CalendarDay;
import energy.optibid.engine.rules.DatedRule;
import energy.optibid.engine.rules.MarketCalendar;
import energy.optibid.engine.rules.RuleMissingException;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.rules.Rules;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** The packs of all markets, by market code. */
public final class RuleShelf implements Rules {
  private final Map<String, RulePack> packs;

  public RuleShelf(Map<String, RulePack> packs) {
    this.packs = Map.copyOf(packs);
  }

  @Override
  public RulePack pack(String marketCode) {
    RulePack pack = packs.get(marketCode);
    if (pack == null) {
      throw ProblemException.notFound("market with rules: " + marketCode);
    }
    return pack;
  }

  @Override
  public Set<String> markets() {
    return packs.keySet();
  }

  @Override
  public AuctionRules forDay(String marketCode, LocalDate day) {
    return covered(marketCode, day, RulePack::auction);
  }

  @Override
  public CalendarDay calendar(String marketCode, LocalDate day) {
    return covered(marketCode, day, MarketCalendar::of);
  }

  private <T> T covered(
      String marketCode, LocalDate day, BiFunction<RulePack, LocalDate, T> reading) {
    RulePack pack = pack(marketCode);
    try {
      return reading.apply(pack, day);
    } catch (RuleMissingException e) {
      throw new ProblemException(
          ProblemCode.NOT_FOUND, "The rule pack of " + marketCode + " does not cover " + day + ".");
    }
  }

  @Override
  public List<DatedRule> inForce(String marketCode, LocalDate day) {
    return pack(marketCode).on(day);
  }
}
