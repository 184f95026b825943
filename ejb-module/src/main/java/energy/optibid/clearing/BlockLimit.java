package energy.optibid.clearing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The limit at which a rejected block would have been taken, all else being as it was.
 *
 * @param limit per MWh; null if the block is left out at every limit the rules allow
 * @param exact whether one tick further the block is left out; if not, the search ended before
 * @param clearings how many times the auction was cleared to find it
 */
public record BlockLimit(
    String blockId, @Nullable BigDecimal limit, boolean exact, int clearings) {}
