package energy.optibid.settlement.domain;

import energy.optibid.assets.Asset;
import energy.optibid.engine.settlement.Trade;
import energy.optibid.settlement.AssetTerms;
import energy.optibid.settlement.AwardOrigin;
import energy.optibid.settlement.GridDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything a statement is calculated from, read at once.
 *
 * @param trades awards by asset and start of the block
 * @param readings injection-positive MWh by asset and start of the block
 * @param schedules latest revision, MW of each block, by asset and day
 * @param grid by day; a day nothing is known of is missing
 * @param origins awards of exchanges outside among the trades, by asset and day
 * @param blocksNotFinal blocks of assets whose result of an exchange outside is not final
 */
public record SettledInputs(
    List<Asset> assets,
    Map<UUID, AssetTerms> terms,
    Map<UUID, Map<Instant, List<Trade>>> trades,
    Map<UUID, Map<Instant, BigDecimal>> readings,
    Map<UUID, Map<LocalDate, List<BigDecimal>>> schedules,
    Map<LocalDate, GridDay> grid,
    Map<UUID, Map<LocalDate, List<AwardOrigin>>> origins,
    int blocksNotFinal) {
  public SettledInputs {
    assets = List.copyOf(assets);
    terms = Map.copyOf(terms);
    trades = Map.copyOf(trades);
    readings = Map.copyOf(readings);
    schedules = Map.copyOf(schedules);
    grid = Map.copyOf(grid);
    origins = Map.copyOf(origins);
  }
}
