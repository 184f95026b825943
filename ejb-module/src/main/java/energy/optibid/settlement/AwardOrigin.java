package energy.optibid.settlement;

import energy.optibid.gateway.ExchangeAward.Status;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * An award of an exchange outside as it stood when a line was calculated from it.
 *
 * @param reference the name under which the order went to the exchange
 * @param blockOrder the block order it is of; empty for the block's curve
 * @param block number of the delivery block
 * @param revision of the result that said so
 * @param boughtMwh buy-positive: a sale is negative
 * @param price per MWh
 */
public record AwardOrigin(
    UUID auctionId,
    UUID bidId,
    String marketCode,
    String reference,
    String blockOrder,
    int block,
    int revision,
    Status status,
    BigDecimal boughtMwh,
    BigDecimal price) {}
