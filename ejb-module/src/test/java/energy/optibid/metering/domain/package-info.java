/** What sound readings are, and deviation to the last digit. */
@NullMarked
package energy.optibid.metering.domain;

import org.jspecify.annotations.NullMarked;
