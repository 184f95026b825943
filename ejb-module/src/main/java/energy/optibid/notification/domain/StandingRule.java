package energy.optibid.notification.domain;

import energy.optibid.notification.AlertKind;
import energy.optibid.notification.AlertRule.Digest;
import energy.optibid.shared.OrganizationId;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enabled rule of an active member, with what is needed to reach that person.
 *
 * @param above whether a price is waited for above its threshold, not below
 * @param minutes before a gate
 */
public record StandingRule(
    UUID id,
    OrganizationId organization,
    UUID user,
    String displayName,
    String emailAddress,
    String name,
    AlertKind kind,
    boolean above,
    @Nullable BigDecimal threshold,
    @Nullable Integer minutes,
    boolean inApp,
    boolean email,
    Digest digest,
    @Nullable LocalTime dailyAt,
    boolean critical,
    QuietHours quiet) {}
