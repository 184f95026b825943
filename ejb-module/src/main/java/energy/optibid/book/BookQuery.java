package energy.optibid.book;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which book is meant. A world is an exchange, or an import, or with neither the real markets.
 *
 * @param exchangeId the simulated exchange
 * @param importId the import; not beside an exchange
 * @param assetId one asset; null for several
 * @param siteId every asset of a site; with neither, every asset of the world's grid
 */
public record BookQuery(
    @Nullable UUID exchangeId,
    @Nullable UUID importId,
    LocalDate deliveryDay,
    @Nullable UUID assetId,
    @Nullable UUID siteId) {}
