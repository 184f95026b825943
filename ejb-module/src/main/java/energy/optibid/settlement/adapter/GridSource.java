package energy.optibid.settlement.adapter;

import energy.optibid.engine.settlement.NormalRate;
import energy.optibid.engine.settlement.NormalRate.PricedVolume;
import energy.optibid.engine.simulation.SyntheticGrid;
import energy.optibid.engine.units.Price;
import energy.optibid.settlement.GridDay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The grid's days: as imported; a simulated exchange's other days as its simulation makes them,
 * with the prices its own auctions cleared at. Only days with such prices are there.
 */
@ApplicationScoped
public class GridSource {
  /** Step of a price averaged over segments, as exchanges publish theirs. */
  private static final Price TICK = Price.of("0.01");

  private final JdbcInputStore store;
  private final JdbcTradedDays traded;

  @Inject
  public GridSource(JdbcInputStore store, JdbcTradedDays traded) {
    this.store = store;
    this.traded = traded;
  }

  /** The days of a span that something is known of. */
  Map<LocalDate, GridDay> days(@Nullable UUID exchangeId, LocalDate from, LocalDate to) {
    Map<LocalDate, GridDay> days = new HashMap<>();
    if (exchangeId != null) {
      traded.seed(exchangeId).ifPresent(seed -> simulate(exchangeId, seed, from, to, days));
    }
    store.grid(exchangeId, from, to).forEach(day -> days.put(day.day(), day));
    return days;
  }

  private void simulate(
      UUID exchangeId, long seed, LocalDate from, LocalDate to, Map<LocalDate, GridDay> days) {
    Map<LocalDate, Map<Integer, List<PricedVolume>>> dayAhead =
        traded.cleared(exchangeId, false, from, to);
    Map<LocalDate, Map<Integer, List<PricedVolume>>> realTime =
        traded.cleared(exchangeId, true, from, to);
    dayAhead.forEach(
        (day, prices) ->
            days.put(
                day,
                simulated(exchangeId, seed, day, prices, realTime.getOrDefault(day, Map.of()))));
  }

  private static GridDay simulated(
      UUID exchangeId,
      long seed,
      LocalDate day,
      Map<Integer, List<PricedVolume>> dayAhead,
      Map<Integer, List<PricedVolume>> realTime) {
    List<BigDecimal> frequency = SyntheticGrid.frequency(seed, day);
    List<BigDecimal> ancillary = SyntheticGrid.ancillaryCharge(seed, day);
    List<GridDay.Block> blocks = new ArrayList<>();
    for (int block = 1; block <= frequency.size(); block++) {
      blocks.add(
          new GridDay.Block(
              block,
              frequency.get(block - 1),
              average(dayAhead, block),
              average(realTime, block),
              ancillary.get(block - 1)));
    }
    return new GridDay(exchangeId, day, GridDay.Source.SIMULATED, 0, blocks);
  }

  private static @Nullable BigDecimal average(Map<Integer, List<PricedVolume>> prices, int block) {
    return NormalRate.weighted(prices.getOrDefault(block, List.of()), TICK).orElse(null);
  }
}
