package energy.optibid.ratelimit;

import java.time.Duration;

/**
 * What became of a request at the limit.
 *
 * @param allowed whether it may go on; one that may not is not counted
 * @param limit requests within the window
 * @param remaining how many more would be allowed now
 * @param retryAfter until another is allowed; zero while some remain
 * @param reset until the whole limit is there again, if nobody calls meanwhile; less than two
 *     windows, as a window's requests fade during the next
 */
public record Allowance(
    boolean allowed, long limit, long remaining, Duration retryAfter, Duration reset) {}
