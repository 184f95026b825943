/** Redis by Jedis: one server, one behind Sentinels, or a Cluster. */
@NullMarked
package energy.optibid.redis.adapter;

import org.jspecify.annotations.NullMarked;
