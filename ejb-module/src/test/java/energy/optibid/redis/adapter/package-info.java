@NullMarked
package energy.optibid.redis.adapter;

import org.jspecify.annotations.NullMarked;
