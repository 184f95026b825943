package energy.optibid.notification.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has to say about something that happened.
 *
 * @param eventKey names what happened, the same at every repetition
 */
public record Alert(
    String eventKey,
    String title,
    String text,
    @Nullable UUID auctionId,
    @Nullable UUID bidId,
    @Nullable UUID assetId) {}
