package energy.optibid.shared;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When a gate closed that somebody came too late for.
 *
 * @param closedAt in the market's own zone
 * @param lateBy how long ago that was when the server judged, by the clock that closes the gate:
 *     the server's, or the simulated exchange's own; null where it closed before its time
 */
public record GateClosure(OffsetDateTime closedAt, @Nullable Duration lateBy) {}
