package energy.optibid.analytics.adapter;

import energy.optibid.analytics.BidPerformance;
import energy.optibid.analytics.BidPerformances;
import energy.optibid.analytics.Interval;
import energy.optibid.analytics.SeriesKey;
import energy.optibid.analytics.Span;
import energy.optibid.analytics.domain.AwardSums;
import energy.optibid.analytics.domain.BucketClock;
import energy.optibid.analytics.domain.PriceFacts;
import energy.optibid.market.PriceSource;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Awards of clearing runs and of exchanges outside, summed by PostgreSQL. */
@ApplicationScoped
@Typed(BidPerformances.class)
public class JdbcBidPerformances implements BidPerformances {
  private static final String SUMS =
      """
      with here as (
        select distinct on (w.auction_id, w.bid_id, w.block, w.block_order)
               a.market_code, w.area_code, w.side, w.currency, w.offered_mwh,
               w.accepted_mwh as awarded_mwh, w.price, 'cleared' as source
          from award w join auction a on a.id = w.auction_id and a.latest_run_id = w.run_id
         where w.starts_at >= ? and w.starts_at < ? and a.exchange_id is not distinct from ?::uuid
           and (?::text is null or a.market_code = ?)
           and a.state in ('cleared', 'published', 'settled')
         order by w.auction_id, w.bid_id, w.block, w.block_order, w.revision desc),
      outside as (
        select distinct on (w.submission_id, w.block, w.block_order)
               a.market_code, w.area_code, w.side, w.currency,
               w.offered_mw * a.block_minutes / 60 as offered_mwh, w.awarded_mwh, w.price,
               'published' as source
          from exchange_award w join auction a on a.id = w.auction_id
         where w.starts_at >= ? and w.starts_at < ? and a.exchange_id is not distinct from ?::uuid
           and (?::text is null or a.market_code = ?)
           and a.state in ('cleared', 'published', 'settled')
         order by w.submission_id, w.block, w.block_order, w.revision desc)
      select market_code, area_code, side, currency, source, count(*),
             count(*) filter (where awarded_mwh > 0), sum(offered_mwh), sum(awarded_mwh),
             sum(price * awarded_mwh)
        from (select * from here union all select * from outside) w
       group by market_code, area_code, side, currency, source
       order by market_code, area_code, side, source
      """;

  private final Transactions transactions;
  private final TenantConnections connections;
  private final PriceFacts facts;

  @Inject
  public JdbcBidPerformances(Transactions transactions, TenantConnections connections) {
    this.transactions = transactions;
    this.connections = connections;
    this.facts = PostgresFacts.of(transactions, connections);
  }

  @Override
  public List<BidPerformance> of(
      @Nullable UUID exchangeId, @Nullable String marketCode, Span span) {
    requireRange(span);
    OffsetDateTime from = span.from().atOffset(ZoneOffset.UTC);
    OffsetDateTime to = span.to().atOffset(ZoneOffset.UTC);
    BucketClock clock = BucketClock.of(Interval.DAY, ZoneOffset.UTC, span);
    return transactions.call(
        () ->
            connections
                .withConnection(
                    connection ->
                        Sql.rows(
                            connection,
                            SUMS,
                            JdbcBidPerformances::sums,
                            from,
                            to,
                            exchangeId,
                            marketCode,
                            marketCode,
                            from,
                            to,
                            exchangeId,
                            marketCode,
                            marketCode))
                .stream()
                .map(
                    sums ->
                        sums.against(
                            facts.buckets(
                                new SeriesKey(
                                    sums.marketCode(), sums.area(), sums.source(), exchangeId),
                                span,
                                clock)))
                .toList());
  }

  private static AwardSums sums(ResultSet row) throws SQLException {
    return new AwardSums(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        PriceSource.ofCode(row.getString(5)),
        row.getLong(6),
        row.getLong(7),
        row.getBigDecimal(8),
        row.getBigDecimal(9),
        row.getBigDecimal(10));
  }

  private static void requireRange(Span span) {
    String message = null;
    if (span.length().isNegative() || span.length().isZero()) {
      message = "Must be after from.";
    } else if (span.length().compareTo(Duration.ofDays(LONGEST_DAYS)) > 0) {
      message = "Must be at most %d days after from.".formatted(LONGEST_DAYS);
    }
    if (message != null) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          "The range of time is not acceptable.",
          List.of(new Fault("?to", "range", message)));
    }
  }
}
