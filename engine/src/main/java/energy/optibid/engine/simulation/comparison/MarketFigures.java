package energy.optibid.engine.simulation.comparison;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Days of a market in figures. Prices in currency per MWh, volumes in MW, shares from 0 to 1.
 *
 * @param hourly mean price of each twenty-fourth of the day
 * @param quantiles of all blocks' prices, at {@link #LEVELS}
 * @param shareAtCap blocks whose price is the day's highest allowed
 * @param shareSplit blocks whose areas have different prices; NaN where no areas were published
 * @param meanSpread dearest area less cheapest, mean of all blocks; NaN likewise
 * @param largestSpread the same, of the block where it is largest
 * @param byWeekday mean price of the days there are
 */
public record MarketFigures(
    int days,
    double mean,
    double meanVolume,
    List<Double> hourly,
    List<Double> quantiles,
    double shareAtCap,
    double shareSplit,
    double meanSpread,
    double largestSpread,
    Map<DayOfWeek, Double> byWeekday) {
  /** Where the distribution of prices is read. */
  public static final List<Double> LEVELS = List.of(0.05, 0.25, 0.50, 0.75, 0.95);

  private static final int HOURS = 24;
  private static final double PAISA = 0.01;

  public MarketFigures {
    hourly = List.copyOf(hourly);
    quantiles = List.copyOf(quantiles);
    byWeekday = Map.copyOf(byWeekday);
  }

  /**
   * @throws IllegalArgumentException without days
   */
  public static MarketFigures of(List<ObservedDay> days) {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("figures need days");
    }
    double[] sorted = days.stream().flatMapToDouble(day -> stream(day.prices())).sorted().toArray();
    boolean areas = days.stream().noneMatch(day -> day.areaPrices().isEmpty());
    double[] spreads = areas ? spreads(days) : new double[0];
    return new MarketFigures(
        days.size(),
        Arrays.stream(sorted).average().orElseThrow(),
        days.stream().flatMapToDouble(day -> stream(day.volumes())).average().orElseThrow(),
        hourly(days),
        LEVELS.stream().map(level -> quantile(sorted, level)).toList(),
        atCap(days) / sorted.length,
        share(spreads, spread -> spread > PAISA / 2 ? 1 : 0),
        share(spreads, spread -> spread),
        Arrays.stream(spreads).max().orElse(Double.NaN),
        byWeekday(days));
  }

  private static DoubleStream stream(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue);
  }

  private static double[] spreads(List<ObservedDay> days) {
    return days.stream()
        .flatMapToDouble(day -> IntStream.range(0, day.prices().size()).mapToDouble(day::spread))
        .toArray();
  }

  private static double share(double[] values, DoubleUnaryOperator weight) {
    return Arrays.stream(values).map(weight).average().orElse(Double.NaN);
  }

  private static double atCap(List<ObservedDay> days) {
    return days.stream()
        .mapToLong(
            day -> stream(day.prices()).filter(price -> price > day.cap() - PAISA / 2).count())
        .sum();
  }

  private static List<Double> hourly(List<ObservedDay> days) {
    return IntStream.range(0, HOURS)
        .mapToObj(
            hour ->
                days.stream()
                    .flatMapToDouble(
                        day -> {
                          int blocks = day.prices().size();
                          return stream(
                              day.prices()
                                  .subList(hour * blocks / HOURS, (hour + 1) * blocks / HOURS));
                        })
                    .average()
                    .orElseThrow())
        .toList();
  }

  /** Linear between the two nearest of the sorted values. */
  private static double quantile(double[] sorted, double level) {
    double place = level * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static Map<DayOfWeek, Double> byWeekday(List<ObservedDay> days) {
    Map<DayOfWeek, Double> means = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek weekday : DayOfWeek.values()) {
      days.stream()
          .filter(day -> day.day().getDayOfWeek() == weekday)
          .flatMapToDouble(day -> stream(day.prices()))
          .average()
          .ifPresent(mean -> means.put(weekday, mean));
    }
    return means;
  }
}
