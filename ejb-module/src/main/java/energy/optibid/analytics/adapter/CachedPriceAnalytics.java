package energy.optibid.analytics.adapter;

import energy.optibid.analytics.Analysis;
import energy.optibid.analytics.Anomaly;
import energy.optibid.analytics.AnomalyRule;
import energy.optibid.analytics.Correlation;
import energy.optibid.analytics.DayFigures;
import energy.optibid.analytics.Engine;
import energy.optibid.analytics.Interval;
import energy.optibid.analytics.PriceAnalytics;
import energy.optibid.analytics.PriceBucket;
import energy.optibid.analytics.PriceDistribution;
import energy.optibid.analytics.SeriesKey;
import energy.optibid.analytics.Span;
import energy.optibid.analytics.Spread;
import energy.optibid.analytics.Volatility;
import energy.optibid.cache.Cache;
import energy.optibid.cache.CacheKey;
import energy.optibid.cache.CacheRegion;
import energy.optibid.cache.CacheScope;
import energy.optibid.cache.RecordBytes;
import energy.optibid.market.PriceVersions;
import energy.optibid.shared.Sha256;
import energy.optibid.shared.Tenancy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Analyses kept for the organisation that asked, under the versions of the prices of every market
 * they are about: a price that comes late or is corrected makes every kept answer about its market
 * one of the past. An answer from the cache names the engine that worked it out.
 */
final class CachedPriceAnalytics implements PriceAnalytics {
  private static final RecordBytes<DayFigures> DAYS = RecordBytes.of(DayFigures.class);
  private static final RecordBytes<PriceBucket> BUCKETS = RecordBytes.of(PriceBucket.class);
  private static final RecordBytes<PriceDistribution> DISTRIBUTIONS =
      RecordBytes.of(PriceDistribution.class);
  private static final RecordBytes<Volatility> VOLATILITIES = RecordBytes.of(Volatility.class);
  private static final RecordBytes<Spread> SPREADS = RecordBytes.of(Spread.class);
  private static final RecordBytes<Correlation> CORRELATIONS = RecordBytes.of(Correlation.class);
  private static final RecordBytes<Anomaly> ANOMALIES = RecordBytes.of(Anomaly.class);

  private final PriceAnalytics analytics;
  private final Cache cache;
  private final PriceVersions versions;

  CachedPriceAnalytics(PriceAnalytics analytics, Cache cache, PriceVersions versions) {
    this.analytics = analytics;
    this.cache = cache;
    this.versions = versions;
  }

  @Override
  public Analysis<DayFigures> day(SeriesKey series, @Nullable LocalDate day, Instant now) {
    return keptOne(
        DAYS,
        List.of(series),
        List.of(String.valueOf(day), now),
        () -> analytics.day(series, day, now));
  }

  @Override
  public Analysis<List<PriceBucket>> buckets(SeriesKey series, Span span, Interval interval) {
    return kept(
        BUCKETS,
        List.of(series),
        List.of(span, interval),
        () -> analytics.buckets(series, span, interval));
  }

  @Override
  public Analysis<PriceDistribution> distribution(
      SeriesKey series, Span span, List<BigDecimal> edges, List<BigDecimal> levels) {
    return keptOne(
        DISTRIBUTIONS,
        List.of(series),
        List.of(span, edges, levels),
        () -> analytics.distribution(series, span, edges, levels));
  }

  @Override
  public Analysis<List<Volatility>> volatility(SeriesKey series, Span span, Interval interval) {
    return kept(
        VOLATILITIES,
        List.of(series),
        List.of(span, interval),
        () -> analytics.volatility(series, span, interval));
  }

  @Override
  public Analysis<List<Spread>> spread(
      SeriesKey first, SeriesKey second, Span span, Interval interval) {
    return kept(
        SPREADS,
        List.of(first, second),
        List.of(span, interval),
        () -> analytics.spread(first, second, span, interval));
  }

  @Override
  public Analysis<Correlation> correlation(
      SeriesKey first, SeriesKey second, Span span, Interval interval, int window) {
    return keptOne(
        CORRELATIONS,
        List.of(first, second),
        List.of(span, interval, window),
        () -> analytics.correlation(first, second, span, interval, window));
  }

  @Override
  public Analysis<List<Anomaly>> anomalies(SeriesKey series, Span span, AnomalyRule rule) {
    return kept(
        ANOMALIES,
        List.of(series),
        List.of(span, rule),
        () -> analytics.anomalies(series, span, rule));
  }

  private <R extends Record> Analysis<R> keptOne(
      RecordBytes<R> form,
      List<SeriesKey> series,
      List<Object> question,
      Supplier<Analysis<R>> worker) {
    Analysis<List<R>> kept =
        kept(
            form,
            series,
            question,
            () -> {
              Analysis<R> fresh = worker.get();
              return new Analysis<>(fresh.engine(), List.of(fresh.result()));
            });
    return new Analysis<>(kept.engine(), kept.result().get(0));
  }

  private <R extends Record> Analysis<List<R>> kept(
      RecordBytes<R> form,
      List<SeriesKey> series,
      List<Object> question,
      Supplier<Analysis<List<R>>> worker) {
    CacheKey key =
        new CacheKey(
            CacheRegion.HISTORY,
            CacheScope.of(Tenancy.require().organization()),
            "analysis|" + digest(form, series, question));
    return read(form, cache.get(key, () -> write(form, worker.get())));
  }

  /**
   * Of all that an answer depends on, each part with its length, so that none runs into another.
   */
  private String digest(RecordBytes<?> form, List<SeriesKey> series, List<Object> question) {
    List<String> parts = new ArrayList<>();
    parts.add(form.shape());
    for (SeriesKey one : series) {
      parts.add(one.marketCode());
      parts.add(one.area());
      parts.add(one.source().code());
      parts.add(String.valueOf(one.exchangeId()));
    }
    series.stream().map(SeriesKey::marketCode).distinct().map(versions::of).forEach(parts::add);
    question.forEach(part -> parts.add(part.toString()));
    return Sha256.hex(
        parts.stream().map(part -> part.length() + ":" + part).collect(Collectors.joining()));
  }

  private static <R extends Record> byte[] write(RecordBytes<R> form, Analysis<List<R>> analysis) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(analysis.engine().name());
      out.writeInt(analysis.result().size());
      for (R one : analysis.result()) {
        form.write(out, one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static <R extends Record> Analysis<List<R>> read(RecordBytes<R> form, byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Engine engine = Engine.valueOf(in.readUTF());
      int count = in.readInt();
      List<R> items = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        items.add(form.read(in));
      }
      return new Analysis<>(engine, items);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
