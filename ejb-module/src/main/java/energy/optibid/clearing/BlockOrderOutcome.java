package energy.optibid.clearing;

import energy.optibid.bidding.BidSide;
import energy.optibid.engine.clearing.auction.BlockDecision;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * What became of a block order of an own bid in a run.
 *
 * @param blockOrder the order's id in its bid
 * @param price its limit per MWh
 * @param ratio accepted share, 0 to 1
 * @param surplus what the accepted energy gains at the prices; of a rejected order what it would
 *     gain in full at these very prices, which is above zero when it was paradoxically rejected
 * @param averagePrice the area's prices weighted by the order's quantities, per MWh
 * @param distance how much better than the limit the average price is, per MWh; negative when the
 *     order is out of the money by so much
 * @param currency ISO 4217 code of prices and surplus
 * @param sentence why, for a trader to read
 */
public record BlockOrderOutcome(
    UUID runId,
    UUID bidId,
    String blockOrder,
    String areaCode,
    BidSide side,
    BigDecimal price,
    BlockDecision decision,
    BigDecimal ratio,
    BigDecimal offeredMwh,
    BigDecimal acceptedMwh,
    BigDecimal surplus,
    BigDecimal averagePrice,
    BigDecimal distance,
    String currency,
    String sentence) {}
