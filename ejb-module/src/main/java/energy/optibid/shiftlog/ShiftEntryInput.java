package energy.optibid.shiftlog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry somebody writes.
 *
 * @param kind note unless given
 * @param text 1 to 4,000 characters
 * @param auctionId auction it is about; bid and asset likewise
 * @param corrects the entry a correction corrects
 * @param pinned whether it stays on top
 */
public record ShiftEntryInput(
    ShiftEntry.@Nullable Kind kind,
    @Nullable String text,
    @Nullable UUID auctionId,
    @Nullable UUID bidId,
    @Nullable UUID assetId,
    @Nullable UUID corrects,
    @Nullable Boolean pinned) {}
