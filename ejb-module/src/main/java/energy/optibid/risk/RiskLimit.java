package energy.optibid.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A limit on what may stand at venues. It holds in every world by itself: what is offered in a
 * sandbox uses nothing of the shared exchange.
 *
 * @param traderId of a limit on a trader
 * @param assetId of a limit on an asset
 * @param marketCode of a limit on a market
 * @param subjectName of its trader, asset or market; null where that is gone or none
 * @param amount MWh of a volume, MW of a net position, else currency; null of a collar
 * @param currency ISO 4217 code of a value, a loss or a collar; bids in another are not measured
 * @param lowestPrice of a collar, currency per MWh; null where there is none
 * @param highestPrice of a collar, currency per MWh; null where there is none
 * @param validFrom first delivery day, in the market's time zone; null: no first
 * @param validTo last delivery day, in the market's time zone; null: no last
 * @param version the entity tag
 */
public record RiskLimit(
    UUID id,
    String name,
    LimitKind kind,
    LimitSubject subject,
    @Nullable UUID traderId,
    @Nullable UUID assetId,
    @Nullable String marketCode,
    @Nullable String subjectName,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable BigDecimal lowestPrice,
    @Nullable BigDecimal highestPrice,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    boolean enabled,
    Instant createdAt,
    long version) {}
