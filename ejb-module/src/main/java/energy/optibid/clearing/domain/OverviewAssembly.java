package energy.optibid.clearing.domain;

import energy.optibid.clearing.DayOverview;
import energy.optibid.clearing.DayOverview.AreaDay;
import energy.optibid.clearing.DayOverview.MarketDay;
import energy.optibid.clearing.DayOverview.UnconstrainedDay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the auctions of a day together, whether one covers the day or each a part of it. */
public final class OverviewAssembly {
  private static final int AVERAGE_DECIMALS = 2;

  private OverviewAssembly() {}

  public static DayOverview of(UUID exchangeId, LocalDate day, List<ResultSlice> slices) {
    Map<String, List<ResultSlice>> byMarket = grouped(slices, ResultSlice::marketCode);
    return new DayOverview(
        exchangeId,
        day,
        byMarket.entrySet().stream().map(m -> market(m.getKey(), m.getValue())).toList());
  }

  private static MarketDay market(String code, List<ResultSlice> slices) {
    Map<String, List<ResultSlice>> byArea = grouped(slices, ResultSlice::area);
    List<ResultSlice> any = byArea.values().iterator().next();
    return new MarketDay(
        code,
        slices.get(0).currency(),
        byArea.entrySet().stream().map(a -> area(a.getKey(), a.getValue())).toList(),
        new UnconstrainedDay(
            series(any, ResultSlice::unconstrainedPrices),
            series(any, ResultSlice::unconstrainedMwh)));
  }

  private static AreaDay area(String area, List<ResultSlice> slices) {
    List<@Nullable BigDecimal> prices = series(slices, ResultSlice::prices);
    List<BigDecimal> known = prices.stream().filter(Objects::nonNull).map(p -> p).toList();
    return new AreaDay(
        area,
        prices,
        known.stream().min(BigDecimal::compareTo).orElse(null),
        known.stream().max(BigDecimal::compareTo).orElse(null),
        known.isEmpty()
            ? null
            : sum(known)
                .divide(BigDecimal.valueOf(known.size()), AVERAGE_DECIMALS, RoundingMode.HALF_EVEN),
        slices.stream().map(s -> sum(s.demandMwh())).reduce(BigDecimal.ZERO, BigDecimal::add),
        slices.stream().map(s -> sum(s.supplyMwh())).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static List<@Nullable BigDecimal> series(
      List<ResultSlice> slices, Function<ResultSlice, List<BigDecimal>> figure) {
    List<@Nullable BigDecimal> day =
        new ArrayList<>(
            Collections.<@Nullable BigDecimal>nCopies(slices.get(0).blocksOfDay(), null));
    for (ResultSlice slice : slices) {
      List<BigDecimal> part = figure.apply(slice);
      for (int i = 0; i < part.size(); i++) {
        day.set(slice.firstBlock() - 1 + i, part.get(i));
      }
    }
    return day;
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Map<String, List<ResultSlice>> grouped(
      List<ResultSlice> slices, Function<ResultSlice, String> by) {
    return slices.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
  }
}
