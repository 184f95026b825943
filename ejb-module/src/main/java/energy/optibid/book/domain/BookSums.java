package energy.optibid.book.domain;

import energy.optibid.assets.Asset;
import energy.optibid.bidding.BidSide;
import energy.optibid.book.BookDay;
import energy.optibid.book.BookDay.BookAsset;
import energy.optibid.book.BookDay.Capability;
import energy.optibid.book.BookDay.Series;
import energy.optibid.book.BookQuery;
import energy.optibid.book.CommitmentKind;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Adds the commitments of a day up by side, kind and market. */
public final class BookSums {
  private BookSums() {}

  private record Key(BidSide side, CommitmentKind kind, @Nullable String marketCode)
      implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::side)
            .thenComparing(Key::kind)
            .thenComparing(key -> key.marketCode() == null ? "" : key.marketCode());

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * The position of one day.
   *
   * @param commitments of these assets
   * @param schedules of those of the assets that have one, injection-positive
   */
  public static BookDay of(
      BookQuery query,
      BookGrid grid,
      List<Asset> assets,
      List<Commitment> commitments,
      Collection<PowerSeries> schedules) {
    Map<Key, PowerSeries> sums = new TreeMap<>();
    for (Commitment commitment : commitments) {
      sums.merge(
          new Key(commitment.side(), commitment.kind(), commitment.marketCode()),
          commitment.most(),
          PowerSeries::plus);
    }
    return new BookDay(
        query.exchangeId(),
        query.importId(),
        query.deliveryDay(),
        grid.zone().getId(),
        IntStream.range(0, grid.size())
            .mapToObj(index -> grid.start(index).atZone(grid.zone()).toOffsetDateTime())
            .toList(),
        assets.stream()
            .map(asset -> new BookAsset(asset.id(), asset.name()))
            .sorted(Comparator.comparing(BookAsset::name).thenComparing(BookAsset::id))
            .toList(),
        sums.entrySet().stream()
            .map(
                sum ->
                    new Series(
                        sum.getKey().side(),
                        sum.getKey().kind(),
                        sum.getKey().marketCode(),
                        sum.getValue().figures()))
            .toList(),
        schedules.stream().reduce(PowerSeries::plus).map(PowerSeries::figures).orElse(null),
        side(BidSide.SELL, Asset::maxInjectionMw, grid, assets, sums),
        side(BidSide.BUY, Asset::maxWithdrawalMw, grid, assets, sums));
  }

  private static Capability side(
      BidSide side,
      Function<Asset, BigDecimal> limit,
      BookGrid grid,
      List<Asset> assets,
      Map<Key, PowerSeries> sums) {
    PowerSeries most =
        PowerSeries.flat(
            grid.size(), assets.stream().map(limit).reduce(BigDecimal.ZERO, BigDecimal::add));
    PowerSeries committed =
        sums.entrySet().stream()
            .filter(sum -> sum.getKey().side() == side)
            .map(Map.Entry::getValue)
            .reduce(PowerSeries.zero(grid.size()), PowerSeries::plus);
    return new Capability(most.figures(), committed.figures(), most.minus(committed).figures());
  }
}
