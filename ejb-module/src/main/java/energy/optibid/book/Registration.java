package energy.optibid.book;

import energy.optibid.engine.rules.RequiredRegistration;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dated record that bids need before an operator counts them.
 *
 * @param operatorCode whose code or margin it is; null for the other kinds
 * @param assetId asset that was cleared or has access; null for the organisation's access, codes
 *     and margins
 * @param clientCode the member's or client's code at the operator
 * @param portfolioCode code of the portfolio at the operator
 * @param quantumMw power that was cleared or that access was given for
 * @param amount margin, in {@code currency}
 * @param currency ISO 4217 code of a margin
 * @param asOf when the operator stated the margin
 * @param reference number of the paper; empty without one
 * @param validFrom first delivery day; of a margin the day it was stated
 * @param validTo last delivery day, included; null while open
 * @param recordedAt when this version was written
 * @param removed whether it counts no more; its versions stay readable
 * @param version rises with every change; the entity tag
 */
public record Registration(
    UUID id,
    RequiredRegistration kind,
    @Nullable String operatorCode,
    @Nullable UUID assetId,
    @Nullable String clientCode,
    @Nullable String portfolioCode,
    @Nullable BigDecimal quantumMw,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable OffsetDateTime asOf,
    String reference,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    OffsetDateTime recordedAt,
    UUID recordedBy,
    boolean removed,
    long version) {}
