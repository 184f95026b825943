/** What the address of a Redis says. */
@NullMarked
package energy.optibid.redis.domain;

import org.jspecify.annotations.NullMarked;
