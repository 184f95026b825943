package energy.optibid.book;

import energy.optibid.bidding.BidSide;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contract as somebody wrote it, see {@link Contract}: nothing is certain about it yet. */
public record ContractInput(
    Contract.@Nullable Kind kind,
    @Nullable String reference,
    @Nullable String party,
    @Nullable UUID assetId,
    @Nullable UUID exchangeId,
    @Nullable BidSide side,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    ContractProfile.@Nullable Input profile,
    @Nullable BigDecimal price,
    @Nullable String currency) {}
