package energy.optibid.web.market;

import energy.optibid.engine.rules.DatedRule;
import energy.optibid.web.market.RulesAnswer.RuleAnswer;
import java.util.List;

/**
 * Every rule a market has or had.
 *
 * @param parameters in the order of the pack; a parameter has one row for each of its periods
 */
public record RulePackAnswer(String market, List<RuleAnswer> parameters) {
  public RulePackAnswer {
    parameters = List.copyOf(parameters);
  }

  static RulePackAnswer of(String market, List<DatedRule> rules) {
    return new RulePackAnswer(market, rules.stream().map(RuleAnswer::of).toList());
  }
}
