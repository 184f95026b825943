package energy.optibid.engine.settlement;

import energy.optibid.engine.rules.DeviationRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Everything the settlement of one asset's delivery day is found from.
 *
 * @param exchangeFees the fee per MWh of each market traded in; a market without one takes none
 * @param blocks in order
 */
public record AssetDay(
    DeviationRules rules,
    SettlementTerms terms,
    Map<String, BigDecimal> exchangeFees,
    List<BlockInput> blocks) {
  public AssetDay {
    exchangeFees = Map.copyOf(exchangeFees);
    blocks = List.copyOf(blocks);
  }
}
