package energy.optibid.book;

import energy.optibid.bidding.BidSide;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A position on the quarter hours of a delivery day: 96, or 92 and 100 where clocks change. Every
 * list of figures has one for each block. Until an auction's result is known what is offered counts
 * in full; afterwards what was awarded, and what was carried over to the next auction. Figures of a
 * side are never negative; sales and purchases are not set off against each other.
 *
 * @param timeZone IANA name of the zone the day belongs to
 * @param assets whose position it is, by name
 * @param series what there is, by side, kind and market
 * @param scheduled the total implemented schedules, injection-positive; null where none of the
 *     assets has one
 * @param sale what may be sold, is sold or offered, and is left
 * @param purchase the same of purchases
 */
public record BookDay(
    @Nullable UUID exchangeId,
    @Nullable UUID importId,
    LocalDate deliveryDay,
    String timeZone,
    List<OffsetDateTime> blockStarts,
    List<BookAsset> assets,
    List<Series> series,
    @Nullable Figures scheduled,
    Capability sale,
    Capability purchase) {
  public BookDay {
    blockStarts = List.copyOf(blockStarts);
    assets = List.copyOf(assets);
    series = List.copyOf(series);
  }

  /** An asset of the portfolio. */
  public record BookAsset(UUID id, String name) {}

  /**
   * Power of each block and its energy, both exact.
   *
   * @param energyMwh of each block
   * @param totalMwh of the day
   */
  public record Figures(List<BigDecimal> powerMw, List<BigDecimal> energyMwh, BigDecimal totalMwh) {
    public Figures {
      powerMw = List.copyOf(powerMw);
      energyMwh = List.copyOf(energyMwh);
    }
  }

  /**
   * What of one kind there is in one market.
   *
   * @param marketCode null for contracts
   */
  public record Series(
      BidSide side, CommitmentKind kind, @Nullable String marketCode, Figures figures) {}

  /**
   * A side of the portfolio.
   *
   * @param most what the assets can do
   * @param committed the sum of the side's series
   * @param remaining the rest; negative where more is committed than the assets can do
   */
  public record Capability(Figures most, Figures committed, Figures remaining) {}
}
