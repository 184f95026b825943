package energy.optibid.settlement.domain;

import energy.optibid.assets.Asset;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.settlement.AssetDayStatement;
import energy.optibid.engine.settlement.SettlementTerms;
import java.time.LocalDate;

/** An asset's settled day. */
public record CalculatedDay(
    Asset asset,
    LocalDate day,
    RulePack pack,
    String currency,
    SettlementTerms terms,
    AssetDayStatement statement) {}
