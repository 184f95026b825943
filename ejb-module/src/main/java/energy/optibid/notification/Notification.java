package energy.optibid.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a person was told.
 *
 * @param ruleName the rule's name at that time
 * @param auctionId what it is about; bid and asset likewise
 * @param readAt null while it is unread
 */
public record Notification(
    UUID id,
    Instant at,
    AlertKind kind,
    UUID ruleId,
    String ruleName,
    boolean critical,
    String title,
    String text,
    @Nullable UUID auctionId,
    @Nullable UUID bidId,
    @Nullable UUID assetId,
    @Nullable Instant readAt) {}
