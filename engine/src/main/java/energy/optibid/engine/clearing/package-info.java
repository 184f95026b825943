/**
 * How one delivery block of an auction clears: orders, zones and links in, prices, fills and their
 * proof out. Pure functions; the verifier re-checks every result and shares no code with the
 * solver.
 */
@NullMarked
package energy.optibid.engine.clearing;

import org.jspecify.annotations.NullMarked;
