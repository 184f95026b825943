package energy.optibid.book;

import energy.optibid.engine.rules.RequiredRegistration;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record as somebody wrote it, see {@link Registration}: nothing is certain about it yet. */
public record RegistrationInput(
    @Nullable RequiredRegistration kind,
    @Nullable String operatorCode,
    @Nullable UUID assetId,
    @Nullable String clientCode,
    @Nullable String portfolioCode,
    @Nullable BigDecimal quantumMw,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable OffsetDateTime asOf,
    @Nullable String reference,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo) {}
