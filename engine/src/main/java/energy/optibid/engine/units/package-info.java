/**
 * The physical and monetary quantities every other engine package speaks in. Each is exact (scaled
 * integers or {@link java.math.BigDecimal}), so a wrong unit or a lost digit cannot be written.
 */
@NullMarked
package energy.optibid.engine.units;

import org.jspecify.annotations.NullMarked;
