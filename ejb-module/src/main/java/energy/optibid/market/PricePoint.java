package energy.optibid.market;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * The price of one area and block.
 *
 * @param price currency per MWh, with the decimals it was published with
 * @param currency ISO 4217 code
 */
public record PricePoint(
    String area,
    OffsetDateTime startsAt,
    int durationMinutes,
    BigDecimal price,
    String currency,
    PriceSource source,
    UUID auctionId) {}
