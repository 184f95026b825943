package energy.optibid.market;

import energy.optibid.engine.rules.PriceDiscovery;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The price of one area and block.
 *
 * @param price currency per MWh, with the decimals it was published with
 * @param auctionId the auction it belongs to; null for an imported price
 * @param currency ISO 4217 code
 * @param source one of our runs, or the market's publication
 * @param priceSource whose algorithm found it: the exchange's or a coupling operator's
 */
public record PricePoint(
    String area,
    OffsetDateTime startsAt,
    int durationMinutes,
    BigDecimal price,
    String currency,
    PriceSource source,
    PriceDiscovery priceSource,
    @Nullable UUID auctionId) {}
