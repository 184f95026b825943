/** Which readings are sound, how an asset is simulated, and deviation as a function. */
@NullMarked
package energy.optibid.metering.domain;

import org.jspecify.annotations.NullMarked;
