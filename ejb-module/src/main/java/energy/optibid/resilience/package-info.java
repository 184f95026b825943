/**
 * How services are used that the platform can live without: each call goes through a circuit
 * breaker, a bulkhead and a time-out (MicroProfile Fault Tolerance), what came of it is noted, and
 * somebody's fallback serves while the service is away. A probe every few seconds goes the same way
 * and closes the circuit again.
 */
@NullMarked
package energy.optibid.resilience;

import org.jspecify.annotations.NullMarked;
