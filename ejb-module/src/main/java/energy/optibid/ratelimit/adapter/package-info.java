/** Counting in the memory of a node, and in Redis. */
@NullMarked
package energy.optibid.ratelimit.adapter;

import org.jspecify.annotations.NullMarked;
