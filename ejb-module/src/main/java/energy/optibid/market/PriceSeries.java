package energy.optibid.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prices of one area over time, in columns of the same length.
 *
 * @param simulated whether they were made here; otherwise they are a real market's
 * @param currency ISO 4217 code; prices are per MWh
 * @param timeZone the market's; hours and days are cut in it
 * @param stepMinutes length of a point; a day on which clocks change is an hour shorter or longer
 * @param starts first instant of each point, seconds since 1970-01-01T00:00Z
 * @param mean mean price of the blocks in each point
 * @param min lowest price in each point; empty where points are blocks
 * @param max highest price in each point; empty where points are blocks
 * @param volume mean MW bought in each point, null where unknown; empty where none is known
 */
public record PriceSeries(
    String marketCode,
    String marketName,
    boolean simulated,
    String area,
    PriceSource source,
    String currency,
    String timeZone,
    PriceResolution resolution,
    int stepMinutes,
    List<Long> starts,
    List<BigDecimal> mean,
    List<BigDecimal> min,
    List<BigDecimal> max,
    List<@Nullable BigDecimal> volume) {
  public PriceSeries {
    starts = List.copyOf(starts);
    mean = List.copyOf(mean);
    min = List.copyOf(min);
    max = List.copyOf(max);
    volume = Collections.unmodifiableList(new ArrayList<>(volume));
  }
}
