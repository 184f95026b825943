/** What a stop has to say before it is placed. */
@NullMarked
package energy.optibid.stops.domain;

import org.jspecify.annotations.NullMarked;
