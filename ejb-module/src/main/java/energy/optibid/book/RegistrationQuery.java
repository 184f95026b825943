package energy.optibid.book;

import energy.optibid.engine.rules.RequiredRegistration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which records are meant; a null leaves that open.
 *
 * @param validOn in force on this delivery day
 * @param expiringWithinDays whose last day is today or one of as many days after it, UTC
 */
public record RegistrationQuery(
    @Nullable RequiredRegistration kind,
    @Nullable LocalDate validOn,
    @Nullable Integer expiringWithinDays) {}
