package energy.optibid.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prices of one area over an auction's day.
 *
 * @param prices one per block in the auction's currency per MWh, index = block − 1; null where
 *     there is none
 */
public record AreaPrices(String area, List<@Nullable BigDecimal> prices) {
  public AreaPrices {
    prices = Collections.unmodifiableList(new ArrayList<>(prices));
  }
}
