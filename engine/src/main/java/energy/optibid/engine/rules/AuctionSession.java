package energy.optibid.engine.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One auction of a market's delivery day and its time line.
 *
 * @param number 1, 2, … in the day
 * @param firstBlock number of its first block among the blocks of the day
 * @param blockCount how many blocks it trades
 * @param gateOpens first moment bids are taken
 * @param gateCloses first moment they are not
 * @param clears when its provisional result is due; null where only a person says so
 * @param publishes when its final result is due; null where only a person says so
 */
public record AuctionSession(
    int number,
    int firstBlock,
    int blockCount,
    Instant gateOpens,
    Instant gateCloses,
    @Nullable Instant clears,
    @Nullable Instant publishes) {}
