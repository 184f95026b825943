/**
 * What is dear to find and the same for a while, kept near: in Redis for all nodes where it is on,
 * in the memory of the node otherwise and while Redis is away.
 */
@NullMarked
package energy.optibid.cache;

import org.jspecify.annotations.NullMarked;
