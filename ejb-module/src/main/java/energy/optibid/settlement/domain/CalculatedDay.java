package energy.optibid.settlement.domain;

import energy.optibid.assets.Asset;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.settlement.AssetDayStatement;
import energy.optibid.engine.settlement.SettlementTerms;
import energy.optibid.settlement.AwardOrigin;
import java.time.LocalDate;
import java.util.List;

/**
 * An asset's settled day.
 *
 * @param awards of exchanges outside that its lines are of
 */
public record CalculatedDay(
    Asset asset,
    LocalDate day,
    RulePack pack,
    String currency,
    SettlementTerms terms,
    AssetDayStatement statement,
    List<AwardOrigin> awards) {
  public CalculatedDay {
    awards = List.copyOf(awards);
  }
}
