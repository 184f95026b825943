/** A cache in memory (Caffeine), and one in Redis that falls back on it. */
@NullMarked
package energy.optibid.cache.adapter;

import org.jspecify.annotations.NullMarked;
