/**
 * The dated rule packs of every market, read once at start. A past day is always judged by the
 * rules that held on it.
 */
@NullMarked
package energy.optibid.rules;

import org.jspecify.annotations.NullMarked;
