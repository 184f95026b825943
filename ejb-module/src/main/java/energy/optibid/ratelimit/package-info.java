/**
 * How often somebody may call within a time. Counted over all nodes where Redis is on, by each node
 * for itself otherwise and while Redis is away.
 */
@NullMarked
package energy.optibid.ratelimit;

import org.jspecify.annotations.NullMarked;
