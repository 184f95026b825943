package energy.optibid.web.market;

import energy.optibid.engine.rules.RulePack;
import energy.optibid.web.market.RulesAnswer.RuleAnswer;
import java.util.List;

/**
 * Every rule a market has or had.
 *
 * @param market whose pack it is; several markets may follow one
 * @param identity SHA-256 of the pack's text: results name the pack they were found under by it
 * @param parameters in the order of the pack; a parameter has one row for each of its periods
 */
public record RulePackAnswer(String market, String identity, List<RuleAnswer> parameters) {
  public RulePackAnswer {
    parameters = List.copyOf(parameters);
  }

  static RulePackAnswer of(RulePack pack) {
    return new RulePackAnswer(
        pack.market(), pack.identity(), pack.rules().stream().map(RuleAnswer::of).toList());
  }
}
