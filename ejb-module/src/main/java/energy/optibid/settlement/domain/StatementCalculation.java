package energy.optibid.settlement.domain;

import energy.optibid.assets.Asset;
import energy.optibid.assets.AssetType;
import energy.optibid.assets.TechnicalLimits;
import energy.optibid.engine.rules.BuyerClass;
import energy.optibid.engine.rules.DatedRule;
import energy.optibid.engine.rules.DeviationRules;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.rules.RuleParameter;
import energy.optibid.engine.settlement.AssetDay;
import energy.optibid.engine.settlement.BlockInput;
import energy.optibid.engine.settlement.NormalRateParts;
import energy.optibid.engine.settlement.Participant;
import energy.optibid.engine.settlement.Settlement;
import energy.optibid.engine.settlement.SettlementTerms;
import energy.optibid.engine.settlement.Trade;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.rules.Rules;
import energy.optibid.settlement.AssetTerms;
import energy.optibid.settlement.GridDay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Settles the days of an organisation's assets. The schedule of a day is the one imported, else the
 * sum of the day's awards; where one was imported and the asset has a contract rate, what it says
 * beyond the awards is delivered under the contract. A day without award, schedule or reading has
 * no statement, nor has an asset whose market has no deviation pack.
 */
public final class StatementCalculation {
  private static final BigDecimal HOUR_MINUTES = BigDecimal.valueOf(60);
  private static final int ENERGY_DECIMALS = 9;

  private final Rules rules;
  private final SettledInputs inputs;
  private final Map<String, BigDecimal> fees = new HashMap<>();
  private final Map<String, DeviationRules> ofDay = new HashMap<>();

  public StatementCalculation(Rules rules, SettledInputs inputs) {
    this.rules = rules;
    this.inputs = inputs;
  }

  /** As what an asset is judged, by its type. */
  public static Participant participant(AssetType type) {
    return switch (type) {
      case SOLAR -> Participant.SOLAR;
      case WIND -> Participant.WIND;
      case BATTERY -> Participant.STORAGE;
      case LOAD -> Participant.BUYER;
      case THERMAL, HYDRO, NUCLEAR -> Participant.GENERAL_SELLER;
    };
  }

  /** The settled day, if there is anything to settle and a pack to settle it by. */
  public Optional<CalculatedDay> settle(Asset asset, LocalDate day) {
    RulePack pack = rules.deviationPack(asset.marketCode()).orElse(null);
    if (pack == null || day.isBefore(pack.firstDay())) {
      return Optional.empty();
    }
    DeviationRules deviation =
        ofDay.computeIfAbsent(pack.market() + " " + day, key -> pack.deviation(day));
    SettlementTerms terms = terms(asset);
    List<BlockInput> blocks = blocks(asset, deviation, terms);
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    AssetDay assetDay = new AssetDay(deviation, terms, feesOf(blocks, day), blocks);
    return Optional.of(
        new CalculatedDay(
            asset,
            day,
            pack,
            deviation.currency().getCurrencyCode(),
            terms,
            Settlement.of(assetDay),
            inputs.origins().getOrDefault(asset.id(), Map.of()).getOrDefault(day, List.of())));
  }

  private SettlementTerms terms(Asset asset) {
    AssetTerms stated = inputs.terms().get(asset.id());
    BigDecimal available = BigDecimal.ZERO;
    if (asset.limits() instanceof TechnicalLimits.Solar park) {
      available = park.availableCapacityMw();
    } else if (asset.limits() instanceof TechnicalLimits.Wind farm) {
      available = farm.availableCapacityMw();
    }
    return new SettlementTerms(
        participant(asset.type()),
        available,
        stated == null ? BuyerClass.STANDARD : stated.buyerClass(),
        stated == null ? null : stated.contractRate());
  }

  private List<BlockInput> blocks(Asset asset, DeviationRules deviation, SettlementTerms terms) {
    UUID id = asset.id();
    Map<Instant, List<Trade>> trades = inputs.trades().getOrDefault(id, Map.of());
    Map<Instant, BigDecimal> readings = inputs.readings().getOrDefault(id, Map.of());
    LocalDate day = deviation.day().date();
    List<BigDecimal> schedule = inputs.schedules().getOrDefault(id, Map.of()).get(day);
    GridDay grid = inputs.grid().get(day);
    List<DeliveryBlock> all = deviation.day().blocks();
    List<BlockInput> blocks = new ArrayList<>(all.size());
    boolean anything = schedule != null;
    for (int i = 0; i < all.size(); i++) {
      Instant start = all.get(i).start();
      List<Trade> awarded = trades.getOrDefault(start, List.of());
      BigDecimal actual = readings.get(start);
      anything |= !awarded.isEmpty() || actual != null;
      blocks.add(block(i + 1, awarded, scheduled(schedule, i, deviation), actual, grid, terms));
    }
    return anything ? blocks : List.of();
  }

  private static BlockInput block(
      int number,
      List<Trade> awarded,
      @Nullable BigDecimal scheduled,
      @Nullable BigDecimal actual,
      @Nullable GridDay grid,
      SettlementTerms terms) {
    BigDecimal sold =
        awarded.stream().map(Trade::quantityMwh).reduce(BigDecimal.ZERO, BigDecimal::add).negate();
    List<Trade> trades = awarded;
    BigDecimal rate = terms.contractRate();
    if (scheduled != null && rate != null && scheduled.compareTo(sold) != 0) {
      trades = new ArrayList<>(awarded);
      trades.add(new Trade(Trade.CONTRACT, sold.subtract(scheduled), rate));
    }
    GridDay.Block seen =
        grid == null || number > grid.blocks().size() ? null : grid.blocks().get(number - 1);
    return new BlockInput(
        number,
        trades,
        scheduled == null ? sold : scheduled,
        actual,
        seen == null ? null : seen.frequencyHz(),
        seen == null
            ? NormalRateParts.UNKNOWN
            : new NormalRateParts(
                seen.dayAheadPrice(), seen.realTimePrice(), seen.ancillaryCharge()));
  }

  /** MWh of a block; null where no schedule was imported. */
  private static @Nullable BigDecimal scheduled(
      @Nullable List<BigDecimal> schedule, int index, DeviationRules rules) {
    if (schedule == null || index >= schedule.size()) {
      return null;
    }
    return schedule
        .get(index)
        .multiply(BigDecimal.valueOf(rules.day().blockDuration().toMinutes()))
        .divide(HOUR_MINUTES, ENERGY_DECIMALS, RoundingMode.HALF_EVEN);
  }

  private Map<String, BigDecimal> feesOf(List<BlockInput> blocks, LocalDate day) {
    Map<String, BigDecimal> found = new HashMap<>();
    for (BlockInput block : blocks) {
      for (Trade trade : block.trades()) {
        if (trade.isExchange()) {
          found.computeIfAbsent(trade.source(), market -> fee(market, day));
        }
      }
    }
    return found;
  }

  private BigDecimal fee(String market, LocalDate day) {
    return fees.computeIfAbsent(
        market + " " + day,
        key ->
            rules.inForce(market, day).stream()
                .filter(rule -> rule.parameter() == RuleParameter.EXCHANGE_FEE)
                .findFirst()
                .map(DatedRule::value)
                .map(BigDecimal::new)
                .orElse(BigDecimal.ZERO));
  }
}
