package energy.optibid.engine.market.results;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Volumes of a block, average MW; null is what the file does not say. In a market as a whole bought
 * and sold are both the cleared volume.
 *
 * @param buyBids all that buyers asked for, at any price
 * @param sellBids all that sellers offered, at any price
 * @param bought bought in the area
 * @param sold sold in the area
 * @param scheduled what the system operator scheduled of it
 */
public record PublishedVolumes(
    @Nullable BigDecimal buyBids,
    @Nullable BigDecimal sellBids,
    @Nullable BigDecimal bought,
    @Nullable BigDecimal sold,
    @Nullable BigDecimal scheduled) {}
