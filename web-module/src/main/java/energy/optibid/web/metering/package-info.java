/** Meter readings and deviation over HTTP. Translates and nothing else. */
@NullMarked
package energy.optibid.web.metering;

import org.jspecify.annotations.NullMarked;
