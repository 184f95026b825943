package energy.optibid.clearing;

import energy.optibid.bidding.BidSide;
import energy.optibid.engine.clearing.auction.BlockDecision;
import java.math.BigDecimal;

/**
 * What became of a block order in a run.
 *
 * @param price its limit per MWh
 * @param ratio accepted share, 0 to 1
 * @param surplus what the accepted energy gains at the prices, in the auction's currency; of a
 *     rejected block what it would gain in full at these very prices, which is above zero when it
 *     was paradoxically rejected
 * @param averagePrice the area's prices weighted by the block's quantities, per MWh
 * @param distance how much better than the limit the average price is, per MWh; negative when the
 *     block is out of the money by so much
 * @param sentence why, for a trader to read
 */
public record BlockResult(
    String blockId,
    String area,
    BidSide side,
    BigDecimal price,
    BlockDecision decision,
    BigDecimal ratio,
    BigDecimal offeredMwh,
    BigDecimal acceptedMwh,
    BigDecimal surplus,
    BigDecimal averagePrice,
    BigDecimal distance,
    String sentence) {}
