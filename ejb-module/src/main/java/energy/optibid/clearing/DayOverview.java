package energy.optibid.clearing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the markets of an exchange found for a delivery day. Series have one element per block of
 * the day, index = block − 1, and null where no result is there yet.
 */
public record DayOverview(UUID exchangeId, LocalDate day, List<MarketDay> markets) {
  public DayOverview {
    markets = List.copyOf(markets);
  }

  /**
   * One market.
   *
   * @param unconstrained as if every link were wide enough
   */
  public record MarketDay(
      String marketCode, String currency, List<AreaDay> areas, UnconstrainedDay unconstrained) {
    public MarketDay {
      areas = List.copyOf(areas);
    }
  }

  /**
   * One area of a market.
   *
   * @param prices currency per MWh
   * @param averagePrice arithmetic mean of the blocks that have a result
   */
  public record AreaDay(
      String area,
      List<@Nullable BigDecimal> prices,
      @Nullable BigDecimal lowPrice,
      @Nullable BigDecimal highPrice,
      @Nullable BigDecimal averagePrice,
      BigDecimal buyMwh,
      BigDecimal sellMwh) {
    public AreaDay {
      prices = copy(prices);
    }
  }

  /** The whole market without the limits of its links. */
  public record UnconstrainedDay(
      List<@Nullable BigDecimal> prices, List<@Nullable BigDecimal> volumesMwh) {
    public UnconstrainedDay {
      prices = copy(prices);
      volumesMwh = copy(volumesMwh);
    }
  }

  private static List<@Nullable BigDecimal> copy(List<@Nullable BigDecimal> series) {
    return Collections.unmodifiableList(new ArrayList<>(series));
  }
}
