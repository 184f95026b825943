package energy.optibid.analytics;

import energy.optibid.market.PriceSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One series of prices, in one world: of a simulated exchange, or of the real markets. Of several
 * auctions of a block the latest that the caller can see counts; an imported price goes before
 * those that came with order books. A block without a price is not part of it.
 *
 * @param marketCode for instance {@code gme-mgp}
 * @param source published by the market or cleared here
 * @param exchangeId a simulated exchange; null takes the shared exchange for a simulated market,
 *     and for a real one all that belongs to no exchange
 */
public record SeriesKey(
    String marketCode, String area, PriceSource source, @Nullable UUID exchangeId) {}
