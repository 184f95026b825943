/**
 * Failures of the platform, told to a service outside that collects them, without anybody's data.
 */
@NullMarked
package energy.optibid.errorreports;

import org.jspecify.annotations.NullMarked;
