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
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The packs of all markets, by market code. */
public final class RuleShelf implements Rules {
  private final Map<String, RulePack> packs;
  private final Map<String, RulePack> deviationPacks;

  /**
   * @param packs of markets, by market code
   * @param deviationPacks by which their assets' deviations are settled, by market code
   */
  public RuleShelf(Map<String, RulePack> packs, Map<String, RulePack> deviationPacks) {
    this.packs = Map.copyOf(packs);
    this.deviationPacks = Map.copyOf(deviationPacks);
  }

  @Override
  public Optional<RulePack> deviationPack(String marketCode) {
    return Optional.ofNullable(deviationPacks.get(marketCode));
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

  /** Codes are an operator's and a segment's; markets of a sequence have one operator. */
  @Override
  public Optional<String> before(String marketCode, LocalDate day) {
    return pack(marketCode)
        .clearsAfter(day)
        .map(segment -> operatorOf(marketCode) + segment)
        .filter(packs::containsKey);
  }

  @Override
  public Optional<String> after(String marketCode, LocalDate day) {
    String operator = operatorOf(marketCode);
    String segment = marketCode.substring(operator.length());
    return packs.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(operator))
        .filter(entry -> entry.getValue().clearsAfter(day).filter(segment::equals).isPresent())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static String operatorOf(String marketCode) {
    return marketCode.substring(0, marketCode.indexOf('-') + 1);
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
