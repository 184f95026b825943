/**
 * The gates that close next, how much is not at the venue, and when a person wants to be warned.
 * Callers use {@link energy.optibid.gates.NextGates} and {@link energy.optibid.gates.GateWarnings}.
 */
@NullMarked
package energy.optibid.gates;

import org.jspecify.annotations.NullMarked;
