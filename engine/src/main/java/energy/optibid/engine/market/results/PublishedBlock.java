package energy.optibid.engine.market.results;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One area and block as the market published it.
 *
 * @param market market code
 * @param area code of the area, or {@value #WHOLE_MARKET}
 * @param day delivery day in the market's time zone
 * @param start first instant of the block
 * @param minutes length of the block
 * @param price currency per MWh with the decimals it was published with; null where nothing was
 *     traded
 * @param atCap whether the price is the highest the rules of the day allow
 * @param volumes average MW over the block; null where none were published
 */
public record PublishedBlock(
    String market,
    String area,
    LocalDate day,
    Instant start,
    int minutes,
    @Nullable BigDecimal price,
    boolean atCap,
    @Nullable PublishedVolumes volumes) {
  /** Area code of what is published for the market as a whole: its MCP and its totals. */
  public static final String WHOLE_MARKET = "ALL";
}
