package energy.optibid.settlement.adapter;

import energy.optibid.engine.rules.DatedRule;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.rules.RuleParameter;
import energy.optibid.engine.settlement.DeviationParameters;
import energy.optibid.engine.settlement.LineKind;
import energy.optibid.engine.settlement.Participant;
import energy.optibid.rules.PackArchive;
import energy.optibid.rules.Rules;
import energy.optibid.settlement.AwardOrigin;
import energy.optibid.settlement.LineOrigin;
import energy.optibid.settlement.LineOrigin.Parameter;
import energy.optibid.settlement.SettledDeviation;
import energy.optibid.settlement.SettledLine;
import energy.optibid.settlement.adapter.JdbcStatementStore.KeptDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Explains lines by the dated figures they were found with: deviations and fees by the pack the
 * statement was made under, an exchange's own fee by the market's pack.
 */
@ApplicationScoped
public class LineOrigins {
  private final Rules rules;
  private final PackArchive archive;

  @Inject
  public LineOrigins(Rules rules, PackArchive archive) {
    this.rules = rules;
    this.archive = archive;
  }

  LineOrigin of(KeptDay kept, SettledLine line, @Nullable SettledDeviation deviation) {
    RulePack pack = archive.require(kept.rulePack());
    Participant who = Participant.valueOf(kept.participant().toUpperCase(Locale.ROOT));
    return new LineOrigin(
        line,
        line.kind().formula(),
        kept.participant(),
        deviation,
        awards(kept, line),
        kept.rulePack(),
        parameters(pack, who, line));
  }

  /** The awards of a trade's line, or of the trades that a fee of the block is on. */
  private static List<AwardOrigin> awards(KeptDay kept, SettledLine line) {
    return kept.awards().stream()
        .filter(award -> award.block() == line.block())
        .filter(award -> award.marketCode().equals(line.source()))
        .filter(
            award -> line.kind() != LineKind.ENERGY || award.price().compareTo(line.price()) == 0)
        .toList();
  }

  private List<Parameter> parameters(RulePack pack, Participant who, SettledLine line) {
    LocalDate day = line.day();
    if (line.kind() == LineKind.EXCHANGE_FEE) {
      return named(line.source(), rules.inForce(line.source(), day), line.kind().parameters());
    }
    List<RuleParameter> used =
        line.kind().isDeviation()
            ? DeviationParameters.of(who, line.kind() == LineKind.DEVIATION_ABOVE)
            : line.kind().parameters();
    return named(pack.market(), pack.on(day), used);
  }

  private static List<Parameter> named(
      String pack, List<DatedRule> inForce, List<RuleParameter> used) {
    return used.stream()
        .flatMap(parameter -> rows(inForce, parameter))
        .map(
            rule ->
                new Parameter(
                    pack,
                    rule.name(),
                    rule.value(),
                    rule.unit(),
                    rule.effectiveFrom(),
                    rule.effectiveTo(),
                    rule.source(),
                    rule.confidence()))
        .toList();
  }

  private static Stream<DatedRule> rows(List<DatedRule> rules, RuleParameter parameter) {
    return rules.stream().filter(rule -> rule.parameter() == parameter);
  }
}
