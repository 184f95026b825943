package energy.optibid.analytics.domain;

import energy.optibid.analytics.Anomaly;
import energy.optibid.analytics.AnomalyRule;
import energy.optibid.analytics.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks through the blocks of a series for what differs from the same time of the days before. */
final class AnomalySearch {
  private final AnomalyRule rule;
  private final ZoneId zone;
  private final long windowSeconds;
  private final Map<LocalTime, Deque<Sample>> prices = new HashMap<>();
  private final Map<LocalTime, Deque<Sample>> volumes = new HashMap<>();
  private final List<Anomaly> found = new ArrayList<>();

  private record Sample(long start, long value) {}

  AnomalySearch(AnomalyRule rule, ZoneId zone) {
    this.rule = rule;
    this.zone = zone;
    this.windowSeconds = Duration.ofDays(rule.windowDays()).toSeconds();
  }

  /**
   * @param blocks in the order of time, from a window before the span on
   */
  List<Anomaly> in(List<BlockFact> blocks, Span span) {
    long from = span.from().getEpochSecond();
    found.addAll(Holes.between(blocks, from, zone));
    Verdict ofPrice = new Verdict(rule, zone, Anomaly.Kind.PRICE, Exact.PRICE);
    Verdict ofVolume = new Verdict(rule, zone, Anomaly.Kind.VOLUME, Exact.POWER);
    for (BlockFact block : blocks) {
      boolean inside = block.start() >= from;
      LocalTime time = Instant.ofEpochSecond(block.start()).atZone(zone).toLocalTime();
      if (inside) {
        judge(ofPrice, block, block.price(), prices.get(time));
      }
      remember(prices, time, block.start(), block.price());
      Long kilowatts = block.kilowatts();
      if (kilowatts != null) {
        if (inside) {
          judge(ofVolume, block, kilowatts, volumes.get(time));
        }
        remember(volumes, time, block.start(), kilowatts);
      }
    }
    found.sort(Comparator.comparing(anomaly -> anomaly.start().toInstant()));
    return found;
  }

  private static void remember(
      Map<LocalTime, Deque<Sample>> memory, LocalTime time, long start, long value) {
    memory.computeIfAbsent(time, unused -> new ArrayDeque<>()).add(new Sample(start, value));
  }

  private void judge(
      Verdict verdict, BlockFact block, long value, @Nullable Deque<Sample> reference) {
    if (reference == null) {
      return;
    }
    while (!reference.isEmpty() && reference.getFirst().start() < block.start() - windowSeconds) {
      reference.removeFirst();
    }
    if (reference.size() < AnomalyRule.FEWEST) {
      return;
    }
    RobustScale usual = RobustScale.of(reference.stream().mapToLong(Sample::value).toArray());
    verdict
        .on(block, value, usual.median(verdict.scale()), usual.score(value))
        .ifPresent(found::add);
  }
}
