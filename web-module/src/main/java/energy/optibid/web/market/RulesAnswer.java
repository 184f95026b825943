package energy.optibid.web.market;

import energy.optibid.engine.rules.Confidence;
import energy.optibid.engine.rules.DatedRule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a market on a delivery day. */
public record RulesAnswer(String market, LocalDate day, List<RuleAnswer> parameters) {
  public RulesAnswer {
    parameters = List.copyOf(parameters);
  }

  static RulesAnswer of(String market, LocalDate day, List<DatedRule> rules) {
    return new RulesAnswer(market, day, rules.stream().map(RuleAnswer::of).toList());
  }

  /**
   * One rule.
   *
   * @param effectiveTo last delivery day; missing while in force
   * @param confidence verified on real data, said by a source, or unverified
   */
  public record RuleAnswer(
      String name,
      String value,
      String unit,
      LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      String source,
      Confidence confidence) {
    static RuleAnswer of(DatedRule rule) {
      return new RuleAnswer(
          rule.name(),
          rule.value(),
          rule.unit(),
          rule.effectiveFrom(),
          rule.effectiveTo(),
          rule.source(),
          rule.confidence());
    }
  }
}
