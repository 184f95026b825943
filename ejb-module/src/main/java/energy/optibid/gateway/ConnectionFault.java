package energy.optibid.gateway;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Something on a connection that a person has to look at.
 *
 * @param code what kind, for instance {@code unreadable_file}
 * @param subject the order's reference or the file it is about
 */
public record ConnectionFault(
    UUID id, OffsetDateTime at, String code, String subject, String message) {}
