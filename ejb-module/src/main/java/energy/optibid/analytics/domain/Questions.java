package energy.optibid.analytics.domain;

import energy.optibid.analytics.AnomalyRule;
import energy.optibid.analytics.Interval;
import energy.optibid.analytics.PriceAnalytics;
import energy.optibid.analytics.SeriesKey;
import energy.optibid.analytics.Span;
import energy.optibid.market.Market;
import energy.optibid.market.Markets;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks what is asked, and names every fault at once by the query parameter it is in. */
final class Questions {
  private static final int LONGEST_WINDOW = 1_000;
  private static final int LONGEST_WINDOW_DAYS = 366;
  private static final int EARLIEST_YEAR = 1990;
  private static final int LATEST_YEAR = 2200;

  private final Markets markets;
  private final List<Fault> faults = new ArrayList<>();

  Questions(Markets markets) {
    this.markets = markets;
  }

  Optional<Market> market(SeriesKey series, String parameter) {
    Optional<Market> market = markets.find(series.marketCode());
    if (market.isEmpty()) {
      faults.add(new Fault("?" + parameter, "unknown_value", "No such market."));
    }
    return market;
  }

  void span(Span span, int longestDays) {
    if (span.length().isNegative() || span.length().isZero()) {
      faults.add(new Fault("?to", "range", "Must be after from."));
    } else if (span.length().compareTo(Duration.ofDays(longestDays)) > 0) {
      faults.add(
          new Fault("?to", "range", "Must be at most %d days after from.".formatted(longestDays)));
    }
  }

  void intervals(Span span, Interval interval) {
    span(span, PriceAnalytics.LONGEST_DAYS);
    if (span.length().dividedBy(interval.about()) > PriceAnalytics.MOST_INTERVALS) {
      faults.add(
          new Fault(
              "?to",
              "range",
              "Over %d intervals: take a shorter span or longer intervals."
                  .formatted(PriceAnalytics.MOST_INTERVALS)));
    }
  }

  void sameCurrency(Optional<Market> first, Optional<Market> second) {
    if (first.isPresent()
        && second.isPresent()
        && !first.get().currency().equals(second.get().currency())) {
      faults.add(
          new Fault(
              "?otherMarketCode",
              "currency",
              "Has prices in %s and not in %s."
                  .formatted(second.get().currency(), first.get().currency())));
    }
  }

  /** A day far away has no prices, but databases have no such years. */
  void day(@Nullable LocalDate day) {
    if (day != null && (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR)) {
      faults.add(
          new Fault(
              "?day",
              "range",
              "Must be in the years from %d to %d.".formatted(EARLIEST_YEAR, LATEST_YEAR)));
    }
  }

  void window(int window) {
    if (window < 1 || window > LONGEST_WINDOW) {
      faults.add(
          new Fault(
              "?window", "range", "Must be from 1 to %d intervals.".formatted(LONGEST_WINDOW)));
    }
  }

  void edges(List<BigDecimal> edges) {
    boolean rising = true;
    for (int i = 1; i < edges.size(); i++) {
      rising &= edges.get(i - 1).compareTo(edges.get(i)) < 0;
    }
    if (!rising) {
      faults.add(new Fault("?edges", "order", "Each must be higher than the one before it."));
    }
    count("?edges", edges);
  }

  void levels(List<BigDecimal> levels) {
    if (levels.stream()
        .anyMatch(level -> level.signum() < 0 || level.compareTo(BigDecimal.ONE) > 0)) {
      faults.add(new Fault("?quantiles", "range", "Each must be from 0 to 1."));
    }
    count("?quantiles", levels);
  }

  private void count(String field, List<BigDecimal> numbers) {
    if (numbers.size() > PriceAnalytics.MOST_EDGES) {
      faults.add(new Fault(field, "too_many", "At most %d.".formatted(PriceAnalytics.MOST_EDGES)));
    }
  }

  void rule(AnomalyRule rule) {
    if (rule.threshold().signum() <= 0) {
      faults.add(new Fault("?threshold", "range", "Must be more than 0."));
    }
    if (rule.windowDays() < AnomalyRule.FEWEST || rule.windowDays() > LONGEST_WINDOW_DAYS) {
      faults.add(
          new Fault(
              "?windowDays",
              "range",
              "Must be from %d to %d days.".formatted(AnomalyRule.FEWEST, LONGEST_WINDOW_DAYS)));
    }
  }

  /**
   * @throws ProblemException when there are faults
   */
  void require() {
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED, "This cannot be worked out.", List.copyOf(faults));
    }
  }
}
