package energy.optibid.analytics.adapter;

import energy.optibid.analytics.SeriesKey;
import energy.optibid.analytics.Span;
import energy.optibid.analytics.domain.BlockFact;
import energy.optibid.analytics.domain.BucketClock;
import energy.optibid.analytics.domain.BucketClock.Shift;
import energy.optibid.analytics.domain.BucketFacts;
import energy.optibid.analytics.domain.PairFacts;
import energy.optibid.analytics.domain.PairSums;
import energy.optibid.analytics.domain.PriceCount;
import energy.optibid.analytics.domain.PriceFacts;
import energy.optibid.analytics.domain.SumFacts;
import java.util.List;

/** The same questions to every database, in its dialect. Sums are of integers only. */
final class SqlPriceFacts implements PriceFacts {
  /** Stands for a volume that is not told; a power is never negative. */
  private static final long UNTOLD = -1;

  private final Dialect dialect;
  private final FactReader reader;

  SqlPriceFacts(Dialect dialect, FactReader reader) {
    this.dialect = dialect;
    this.reader = reader;
  }

  @Override
  public List<BucketFacts> buckets(SeriesKey series, Span span, BucketClock clock) {
    String energy = dialect.product("v", "m");
    Query query =
        dialect
            .blocks(series, span)
            .within(
                "select %s as k, count(*), %s, max(p), min(p), %s, sum(m), sum(%s), count(v),"
                        .formatted(
                            key("s", clock),
                            dialect.first("p"),
                            dialect.last("p"),
                            dialect.product("p", "m"))
                    + " coalesce(sum(%s), 0), coalesce(sum(%s), 0)"
                        .formatted(energy, dialect.product("p", energy))
                    + " from (%s) b group by k order by k");
    return reader.rows(
        query,
        row ->
            new BucketFacts(
                row.number(1),
                row.number(2),
                row.number(3),
                row.number(4),
                row.number(5),
                row.number(6),
                row.number(7),
                row.big(8),
                row.number(9),
                row.big(10),
                row.big(11)));
  }

  @Override
  public List<SumFacts> changes(SeriesKey series, Span span, BucketClock clock) {
    Query blocks = dialect.blocks(series, span);
    Query query =
        blocks.within(
            "select %s as k, count(*), sum(p - q), sum(%s)"
                    .formatted(key("t", clock), dialect.product("(p - q)", "(p - q)"))
                + " from (select s as t, p from (%s) x) later "
                + dialect.join()
                + " (select s + m * 60 as t, p as q from (%s) y) earlier using (t)"
                + " group by k order by k",
            blocks);
    return reader.rows(
        query, row -> new SumFacts(row.number(1), row.number(2), row.big(3), row.big(4)));
  }

  @Override
  public List<PairFacts> pairs(SeriesKey first, SeriesKey second, Span span, BucketClock clock) {
    Query query =
        dialect
            .blocks(first, span)
            .within(
                "select %s as k, count(*), sum(p), sum(q), sum(%s), sum(%s), sum(%s),"
                        .formatted(
                            key("t", clock),
                            dialect.product("p", "p"),
                            dialect.product("q", "q"),
                            dialect.product("p", "q"))
                    + " min(p - q), max(p - q) from (select s as t, m, p from (%s) x) one "
                    + dialect.join()
                    + " (select s as t, m, p as q from (%s) y) other using (t, m)"
                    + " group by k order by k",
                dialect.blocks(second, span));
    return reader.rows(
        query,
        row ->
            new PairFacts(
                row.number(1),
                new PairSums(
                    row.number(2), row.big(3), row.big(4), row.big(5), row.big(6), row.big(7)),
                row.number(8),
                row.number(9)));
  }

  @Override
  public List<PriceCount> counts(SeriesKey series, Span span) {
    return reader.rows(
        dialect.blocks(series, span).within("select p, count(*) from (%s) b group by p order by p"),
        row -> new PriceCount(row.number(1), row.number(2)));
  }

  @Override
  public List<BlockFact> blocks(SeriesKey series, Span span) {
    return reader.rows(
        dialect
            .blocks(series, span)
            .within("select s, m, p, coalesce(v, %d) from (%%s) b order by s".formatted(UNTOLD)),
        row ->
            new BlockFact(
                row.number(1),
                row.small(2),
                row.number(3),
                row.number(4) == UNTOLD ? null : row.number(4)));
  }

  private String key(String start, BucketClock clock) {
    List<Shift> shifts = clock.shifts();
    String shift = Long.toString(shifts.get(shifts.size() - 1).seconds());
    for (int i = shifts.size() - 2; i >= 0; i--) {
      shift =
          "case when %s < %d then %d else %s end"
              .formatted(start, shifts.get(i).until(), shifts.get(i).seconds(), shift);
    }
    return dialect.quotient("(%s + (%s))".formatted(start, shift), Long.toString(clock.length()));
  }
}
